"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { QueuedPurchase } from "./queued-purchase";

/** Puts a purchase back on the till; null while another basket is there. */
export type Mend = ((purchase: QueuedPurchase) => void) | null;

const Current = createContext<Mend>(null);
const Offer = createContext<(mend: Mend) => void>(() => {});

/** The list of what was refused hangs in the sign, the till below it: here the till offers to take one back. */
export function MendProvider({ children }: { children: ReactNode }) {
  const [mend, setMend] = useState<{ now: Mend }>({ now: null });
  const [offer] = useState(() => (now: Mend) => setMend({ now }));
  return (
    <Offer value={offer}>
      <Current value={mend.now}>{children}</Current>
    </Offer>
  );
}

export const useMend = (): Mend => useContext(Current);

export const useOfferMend = (): ((mend: Mend) => void) => useContext(Offer);
