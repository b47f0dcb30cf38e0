"use client";

import { type RefObject, useEffect } from "react";

type Field = RefObject<HTMLInputElement | null>;

/**
 * Keys work from anywhere: what is typed outside a field goes to the amount once there is a member, else to the find
 * field, so a scanner is heard wherever the focus is; Enter records.
 */
export function useTillKeys({
  find,
  amount,
  memberChosen,
  onEnter,
}: {
  find: Field;
  amount: Field;
  memberChosen: boolean;
  onEnter: () => void;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inDialog(event.target))
        return;
      if (event.key === "Enter" && !isControl(event.target)) {
        event.preventDefault();
        onEnter();
      }
      // The letter itself follows: the focus has moved before the browser writes it.
      else if (event.key.length === 1 && event.key !== " " && !isTyping(event.target)) {
        (memberChosen && /[\d.,]/.test(event.key) ? amount : find).current?.focus();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [find, amount, memberChosen, onEnter]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

const isControl = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  (target instanceof HTMLElement && target.closest("button, a, summary, [role=menuitem]") !== null);

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("[role=dialog]") !== null;
