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

/** Whether the device has a network at all. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    changes,
    () => navigator.onLine,
    () => true,
  );
