"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

/**
 * A button on the sign that opens a panel of links below it. The panel closes on Escape, on a press outside, and
 * when a link in it has led somewhere.
 */
export function BarMenu({
  label,
  button,
  buttonClassName,
  children,
}: {
  /** For screen readers, when the button shows only an icon. */
  label?: string;
  button: ReactNode;
  buttonClassName?: string;
  children: ReactNode;
}) {
  const [openOn, setOpenOn] = useState<string | null>(null);
  const path = usePathname();
  const open = openOn === path;
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const close = () => setOpenOn(null);
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      trigger.current?.focus();
    };
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);

  return (
    <div ref={root} className="relative flex items-center">
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpenOn(open ? null : path)}
        className={cx("flex min-h-11 items-center gap-1.5 rounded-control", buttonClassName)}
      >
        {button}
      </button>
      {open ? (
        <div className="appearing absolute top-full right-0 z-30 max-h-[calc(100dvh-4.5rem)] w-64 max-w-[calc(100vw-2.5rem)] overflow-y-auto rounded-control bg-float p-2 text-body text-ink shadow-float [&_:focus-visible]:outline-accent!">
          {children}
        </div>
      ) : null}
    </div>
  );
}
