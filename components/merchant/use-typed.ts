"use client";

import { useEffect, useRef, useState } from "react";
import { isSame, mergeTyped } from "./merge-typed";
import { useShop } from "./shop-context";
import { type Back, forgetTyped, keepTyped, keptTyped } from "./typed-memory";

/** What a form holds, from the first letter until it is sent. */
export interface TypedForm<Typed> {
  typed: Typed;
  /** What it began with: what differs from it was typed. */
  began: Typed;
  change: (next: (before: Typed) => Typed) => void;
  /** How what stands here came back from before the page was left; null: it did not. */
  back: Back | null;
  startOver: () => void;
  /** It was sent as this, or given up: it does not come back. What was typed since then does. */
  forget: (sent?: Typed) => void;
}

/** Where in the tab a form of this shop keeps what its reader types. */
export function useTypedPlace(form: string): string {
  const { slug, reader } = useShop();
  return `regulars-typed-${slug} ${reader} ${form}`;
}

/**
 * The state of a form on the desk. What is typed is kept in the tab until it is sent, so a reload, Back or a link on the
 * way lose nothing, and what is saved elsewhere meanwhile is not taken back. `form` tells it from the shop's other forms.
 * Told with `TypedBefore` that it is back.
 */
export function useTyped<Typed>(form: string, first: () => Typed): TypedForm<Typed> {
  const place = useTypedPlace(form);
  const now = first();
  const [seen, setSeen] = useState(now);
  const [began, setBegan] = useState(now);
  const [typed, setTyped] = useState(now);
  const [back, setBack] = useState<Back | null>(null);
  // What stands in the form by itself is not to be kept: only what somebody typed, and not once it was sent.
  const isTouched = useRef(false);
  // The page was asked for anew and brings what was saved meanwhile, here and elsewhere.
  if (!isSame(now, seen)) {
    setSeen(now);
    setBegan(now);
    setTyped(mergeTyped(began, typed, now));
  }
  // Not on the first drawing: the server knows nothing of it.
  useEffect(() => {
    const kept = keptTyped(sessionStorage, place, began);
    if (kept === null || isTouched.current) return;
    setTyped(kept.typed);
    setBack(kept.back);
    if (kept.back === "replaced") forgetTyped(sessionStorage, place);
  }, [place, began]);
  useEffect(() => {
    if (isTouched.current) keepTyped(sessionStorage, place, began, typed);
  }, [place, began, typed]);
  const forget = (sent?: Typed) => {
    setBack(null);
    forgetTyped(sessionStorage, place);
    if (sent === undefined) isTouched.current = false;
    else setBegan(sent);
  };
  return {
    typed,
    began,
    change: (next) => {
      isTouched.current = true;
      setTyped(next);
    },
    back,
    startOver: () => {
      forget();
      setTyped(began);
    },
    forget,
  };
}
