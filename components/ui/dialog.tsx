"use client";

import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";

/** The page behind an open dialog. */
export const scrimClass = "appearing fixed inset-0 z-40 bg-[rgb(20_18_14/0.45)]";

/** What floats: a dialog's panel, also drawn flat on the component sheet. */
export const dialogClass = "rounded-dialog bg-float px-5 pt-[18px] pb-5 text-ink shadow-float";

/**
 * Asks before what cannot be undone; where undo would do, use a toast. `trigger` is a button. Everything inside
 * `actions` stands at the lower right: the safe way out first. Once something was typed, a slip of the pointer beside it
 * does not close it.
 */
export function Dialog({
  trigger,
  title,
  description,
  actions,
  children,
  open,
  onOpenChange,
}: {
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const isTyped = useRef(false);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          className={`${dialogClass} rising fixed inset-x-4 bottom-4 z-50 max-h-[calc(100dvh-2rem)] overflow-y-auto outline-none sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[440px] sm:-translate-1/2`}
          onOpenAutoFocus={() => {
            isTyped.current = false;
          }}
          onInput={() => {
            isTyped.current = true;
          }}
          onPointerDownOutside={(event) => {
            if (isTyped.current) event.preventDefault();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className="text-title">{title}</Radix.Title>
          {description ? (
            <Radix.Description className="mt-1.5 text-ink-2">{description}</Radix.Description>
          ) : null}
          {children ? <div className="mt-4">{children}</div> : null}
          {actions ? <div className="mt-4 flex flex-wrap justify-end gap-2.5">{actions}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Wraps the button that leaves the dialog without doing anything. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
