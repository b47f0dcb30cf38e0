"use client";

import { useEffect } from "react";
import { cardCachePrefix } from "@/lib/kernel/card-cache";

/** On every page that somebody sees who is not signed in: what a card left behind on this device is dropped. */
export function ForgetCards() {
  useEffect(() => {
    // Without a secure origin there is no storage, and nothing was kept.
    if (!("caches" in window)) return;
    void caches.keys().then((names) => {
      for (const name of names) if (name.startsWith(cardCachePrefix)) void caches.delete(name);
    });
  }, []);
  return null;
}
