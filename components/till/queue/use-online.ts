"use client";

import { useSyncExternalStore } from "react";

const changes = (onChange: () => void) => {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
};

/** Whether there is a connection: not without a network, nor while the page is one that was kept for want of an answer. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    changes,
    () => navigator.onLine && document.documentElement.dataset.kept === undefined,
    () => true,
  );
