"use client";

import { useEffect, useRef, useState } from "react";
import { useShop } from "./shop-context";
import { forgetTyped, keepTyped, keptTyped } from "./typed-memory";

/** What a form holds, from the first letter until it is sent. */
export interface TypedForm<Typed> {
  typed: Typed;
  change: (next: (before: Typed) => Typed) => void;
  /** Whether it stands here from before the page was left. */
  isBack: boolean;
  startOver: () => void;
  /** It was sent, or given up: it does not come back. */
  forget: () => void;
}

/**
 * The state of a form on the desk. What is typed is kept in the tab until it is sent, so a reload, Back or a link on the
 * way lose nothing. `form` tells it from the shop's other forms. Told with `TypedBefore` that it is back.
 */
export function useTyped<Typed>(form: string, first: () => Typed): TypedForm<Typed> {
  const { slug, reader } = useShop();
  const place = `regulars-typed-${slug} ${reader} ${form}`;
  const [began] = useState(first);
  const [typed, setTyped] = useState(began);
  const [isBack, setIsBack] = useState(false);
  // What stands in the form by itself is not to be kept: only what somebody typed, and not once it was sent.
  const isTouched = useRef(false);
  // Not on the first drawing: the server knows nothing of it.
  useEffect(() => {
    const kept = keptTyped(sessionStorage, place, began);
    if (kept === null) return;
    setTyped(kept);
    setIsBack(true);
  }, [place, began]);
  useEffect(() => {
    if (isTouched.current) keepTyped(sessionStorage, place, began, typed);
  }, [place, began, typed]);
  const forget = () => {
    isTouched.current = false;
    setIsBack(false);
    forgetTyped(sessionStorage, place);
  };
  return {
    typed,
    change: (next) => {
      isTouched.current = true;
      setTyped(next);
    },
    isBack,
    startOver: () => {
      forget();
      setTyped(began);
    },
    forget,
  };
}
