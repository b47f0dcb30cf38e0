"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A button under a cashier's finger: what it is, what it costs, and how many of it are in the basket. */
export function Tile({
  name,
  note,
  count,
  waiting,
  size = "tile",
  onPress,
}: {
  name: string;
  note: ReactNode;
  count: number;
  /** Pressed, and waiting for an amount; left out where pressing is all there is to it. */
  waiting?: boolean;
  /** `row`: lower, beside a keypad. */
  size?: "tile" | "row";
  onPress: () => void;
}) {
  const t = useTranslations("till.what");
  const isChosen = count > 0 || waiting;
  return (
    <button
      type="button"
      aria-pressed={waiting}
      onClick={(event) => {
        // After a tap, Enter is for Record; with the keyboard the focus stays where it is.
        if (event.detail > 0) event.currentTarget.blur();
        onPress();
      }}
      className={cx(
        "relative flex w-full flex-col justify-between rounded-control border px-3.5 text-left transition-transform duration-75 active:bg-wash-2 motion-safe:active:scale-[0.98]",
        size === "tile"
          ? "h-full min-h-23 py-3"
          : "h-23 py-3 pointer-coarse:sm:h-auto pointer-coarse:sm:min-h-13 pointer-coarse:sm:justify-center pointer-coarse:sm:py-2",
        isChosen ? "border-accent bg-wash hover:bg-wash-2" : "border-line bg-float hover:border-edge",
        waiting && "inset-ring inset-ring-accent",
      )}
    >
      <span
        className={cx(
          "text-reading/5 font-strong wrap-break-word",
          // On a phone the third line is the one that says how large it is.
          size === "tile" ? "line-clamp-3" : "line-clamp-2",
        )}
      >
        {name}
      </span>
      {/* Under the pointer a chosen one is too dark for the second voice. */}
      {note ? <span className={cx("pr-8", isChosen ? "text-ink" : "text-ink-2")}>{note}</span> : null}
      {count > 0 ? (
        <span
          key={count}
          className="rising absolute right-3 bottom-[11px] min-w-6 rounded-badge bg-accent px-1 text-center font-strong text-on"
        >
          <span className="sr-only">{t("inBasket", { count })}</span>
          <span aria-hidden>{count}</span>
        </span>
      ) : null}
    </button>
  );
}
