"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { cx } from "./cx";

export type ToastMessage = {
  /** "58 points recorded for Burak." */
  text: ReactNode;
  /** It says why something was not done. */
  refused?: true;
  undo?: { label: string; act: () => void | Promise<void> };
};

type Shown = ToastMessage & { id: number };

const Show = createContext<(message: ToastMessage) => void>(() => {});

/** `const toast = useToast(); toast({ text, undo: { label, act } })`, anywhere below a ToastProvider. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(Show);
}

/** How long a toast stays, in milliseconds: time to read it, and more when it offers to undo or tells of a refusal. */
const stays = { plain: 5_000, more: 10_000 };

/**
 * Says what has just been done, and offers to undo it. One at a time: the newest replaces the one before. `aside`: on a wide
 * screen in the first column, for a page whose middle ends with what must not be hidden.
 */
export function ToastProvider({ aside = false, children }: { aside?: boolean; children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((message: ToastMessage) => setShown({ ...message, id: Date.now() }), []);

  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setShown(null), shown.undo || shown.refused ? stays.more : stays.plain);
    return () => clearTimeout(timer);
  }, [shown, held]);

  const undo = useMemo(() => {
    const offered = shown?.undo;
    if (!offered) return undefined;
    const act = () => {
      setShown(null);
      void offered.act();
    };
    return { label: offered.label, act };
  }, [shown]);

  return (
    <Show value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className={cx(
          "pointer-events-none fixed inset-x-4 bottom-20 z-50 flex justify-center lg:bottom-6",
          aside && "lg:right-auto lg:w-70",
        )}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {shown ? <Toast key={shown.id} text={shown.text} refused={shown.refused} undo={undo} /> : null}
      </div>
    </Show>
  );
}

/** The strip itself: the page's ink turned inside out. */
export function Toast({
  text,
  refused = false,
  undo,
}: Pick<ToastMessage, "text"> & { refused?: boolean; undo?: { label: string; act?: () => void } }) {
  const at = useRef<HTMLDivElement>(null);
  // The button that was pressed went with the toast before: where nobody is anywhere else, the keyboard goes on here.
  useEffect(() => {
    if (refused && document.activeElement === document.body) at.current?.focus();
  }, [refused]);
  return (
    <div
      ref={at}
      tabIndex={refused ? -1 : undefined}
      className="rising pointer-events-auto flex w-full max-w-[440px] items-center justify-between gap-4 rounded-control bg-ink px-4 py-[11px] text-sheet shadow-float focus-visible:outline-sheet [&_.link]:text-sheet"
    >
      <span>{text}</span>
      {undo ? (
        <button
          type="button"
          onClick={undo.act}
          className="touchable font-strong underline underline-offset-[0.2em] focus-visible:outline-sheet"
        >
          {undo.label}
        </button>
      ) : null}
    </div>
  );
}
