"use client";

import { useMemo } from "react";
import { uuidv7 } from "@/lib/kernel/ids";
import { useShop } from "./shop-context";

interface Tried {
  what: string;
  id: string;
}

/**
 * An id for what is sent: the same from the first try to the last, so that pressing again does nothing twice. With `form`,
 * the name under which what was typed is kept in the tab, a reload before any answer came is no other try.
 */
export function useTried(form?: string) {
  const { slug, reader } = useShop();
  const place = form === undefined ? null : `regulars-tried-${slug} ${reader} ${form}`;
  return useMemo(() => {
    let last: Tried | null = null;
    return {
      /** Something else than last time has an id of its own. */
      idOf(what: string): string {
        last ??= read(place);
        if (last?.what !== what) last = { what, id: uuidv7() };
        keep(place, last);
        return last.id;
      },
      /** It is done: the next one is another one. */
      forget(): void {
        last = null;
        if (place) sessionStorage.removeItem(place);
      },
    };
  }, [place]);
}

function read(place: string | null): Tried | null {
  const kept = place && sessionStorage.getItem(place);
  return kept ? (JSON.parse(kept) as Tried) : null;
}

function keep(place: string | null, tried: Tried): void {
  try {
    if (place) sessionStorage.setItem(place, JSON.stringify(tried));
  } catch {
    // A tab that can keep no more: the next try is the same one until the page is left.
  }
}
