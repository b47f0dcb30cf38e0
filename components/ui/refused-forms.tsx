"use client";

import { useEffect } from "react";
import { goToWrong } from "./go-to-wrong";
import { watchPresses } from "./refused-presses";

/**
 * After a form was refused, by the page or by the server, the keyboard goes on where something has to be put right: in
 * every form, because it is the document that sees them sent and their buttons that say when the answer is there. Whoever
 * types on meanwhile, or has gone elsewhere, is left there. Presses on buttons that are in no form are seen to as well.
 */
export function RefusedForms() {
  useEffect(() => {
    let answer: MutationObserver | undefined;
    const forget = () => answer?.disconnect();
    const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
    const lead = (form: HTMLElement) => {
      if (isNowhere() || form.contains(document.activeElement)) goToWrong(form);
    };
    const watch = (event: SubmitEvent) => {
      forget();
      const form = event.target as HTMLFormElement;
      const isUnderWay = () => form.querySelector('[aria-busy="true"]') !== null;
      const observer = new MutationObserver(() => {
        if (isUnderWay()) return;
        forget();
        lead(form);
      });
      answer = observer;
      // Whoever handles it in the page tells its button by a timer of their own, which was set before this one.
      setTimeout(() => {
        if (isUnderWay()) observer.observe(form, { subtree: true, childList: true, attributes: true });
        else lead(form);
      });
    };
    // The address of a list may hold what is wrong already; whoever was faster than this script types on.
    for (const form of document.forms) if (!isNowhere() || goToWrong(form)) break;
    const unwatchPresses = watchPresses();
    addEventListener("submit", watch);
    addEventListener("input", forget);
    return () => {
      forget();
      unwatchPresses();
      removeEventListener("submit", watch);
      removeEventListener("input", forget);
    };
  }, []);
  return null;
}
