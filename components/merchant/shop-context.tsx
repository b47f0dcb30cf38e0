"use client";

import { createContext, type ReactNode, useContext } from "react";

/** The shop whose pages these are, as every part of them needs it. */
export interface ShopFacts {
  slug: string;
  currency: string;
  /** IANA zone: days and hours are the shop's. */
  zone: string;
  country: string;
  /** What this shop calls its points; null for the language's own word. */
  pointName: { one: string; other: string } | null;
  /** Account of whoever is signed in: what they type is nobody else's. */
  reader: string;
}

const Shop = createContext<ShopFacts | null>(null);

export function ShopProvider({ shop, children }: { shop: ShopFacts; children: ReactNode }) {
  return <Shop value={shop}>{children}</Shop>;
}

export function useShop(): ShopFacts {
  const shop = useContext(Shop);
  if (!shop) throw new Error("useShop is called outside a ShopProvider");
  return shop;
}
