"use client";

import { useState } from "react";
import { uuidv7 } from "@/lib/kernel/ids";

/** An id for what is sent: the same from the first try to the last, so that pressing again does nothing twice. */
export function useTried() {
  const [tried] = useState(() => {
    let last: { what: string; id: string } | null = null;
    return {
      /** Something else than last time has an id of its own. */
      idOf(what: string): string {
        if (last?.what !== what) last = { what, id: uuidv7() };
        return last.id;
      },
      /** It is done: the next one is another one. */
      forget(): void {
        last = null;
      },
    };
  });
  return tried;
}
