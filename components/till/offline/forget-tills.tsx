"use client";

import { useEffect } from "react";
import { tillCachePrefix } from "@/lib/kernel/till-cache";

/** Where staff sign in: what a till has kept on this device for whoever was here before is dropped. */
export function ForgetTills() {
  useEffect(() => {
    // Without a secure origin there is no storage, and nothing was kept.
    if (!("caches" in window)) return;
    void caches.keys().then((names) => {
      for (const name of names) if (name.startsWith(tillCachePrefix)) void caches.delete(name);
    });
  }, []);
  return null;
}
