"use client";

import { useSyncExternalStore } from "react";

const minute = 60_000;

const ticks = (onTick: () => void) => {
  const timer = setInterval(onTick, minute / 4);
  return () => clearInterval(timer);
};

/** The browser's clock by the minute; 0 on the server, whose clock is another. */
export const useMinutes = (): number =>
  useSyncExternalStore(
    ticks,
    () => Math.floor(Date.now() / minute) * minute,
    () => 0,
  );
