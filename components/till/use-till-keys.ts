"use client";

import { type RefObject, useLayoutEffect } from "react";

/**
 * Keys work from anywhere: digits that are typed outside a field go to the amount once there is a member, anything else
 * to the find field, so a scanner is heard wherever the focus is. Enter records, on a button too when Ctrl or ⌘ is held.
 */
export function useTillKeys({
  find,
  memberChosen,
  toAmount,
  onEnter,
}: {
  find: RefObject<HTMLInputElement | null>;
  memberChosen: boolean;
  /** Shows the amount field and puts the focus there, at once. */
  toAmount: () => void;
  onEnter: () => void;
}) {
  // Not after the page has been painted: a scanner is faster than that.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.altKey || event.defaultPrevented || event.isComposing || inDialog(target)) return;
      const command = event.ctrlKey || event.metaKey;
      if (key === "Enter" && (command || !isControl(target))) {
        event.preventDefault();
        onEnter();
      }
      // The letter itself follows: the focus has moved before the browser writes it.
      else if (!command && key.length === 1 && key !== " " && !isTyping(target)) {
        if (memberChosen && /[\d.,]/.test(key)) toAmount();
        else find.current?.focus();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [find, memberChosen, toAmount, onEnter]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

const isControl = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  (target instanceof HTMLElement && target.closest("button, a, summary, [role=menuitem]") !== null);

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("[role=dialog]") !== null;
