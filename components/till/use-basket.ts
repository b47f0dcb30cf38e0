"use client";

import { useCallback, useState } from "react";
import { uuidv7 } from "@/lib/kernel/ids";
import {
  addLine,
  type Basket,
  type BasketVoucher,
  emptyBasket,
  type Sold,
  withoutVoucher,
  withQuantity,
  withVoucher,
} from "./basket";

/** The id comes with the first line: what the server draws and what the browser draws must be the same. */
const identified = (basket: Basket): Basket =>
  basket.externalId === "" ? { ...basket, externalId: `till-${uuidv7()}` } : basket;

/** A basket that was emptied by hand is a new one; the voucher that was scanned for it is for the next. */
const emptied = (basket: Basket): Basket =>
  basket.lines.length === 0 ? { ...emptyBasket(""), vouchers: basket.vouchers } : basket;

/** The basket of one customer after the other, each with an id of its own. */
export function useBasket() {
  const [basket, setBasket] = useState(() => emptyBasket(""));
  const add = useCallback((sold: Sold) => setBasket((current) => addLine(identified(current), sold)), []);
  const setQuantity = useCallback(
    (no: number, quantity: number) => setBasket((current) => emptied(withQuantity(current, no, quantity))),
    [],
  );
  const payWith = useCallback(
    (points: number | undefined) => setBasket((current) => ({ ...current, points })),
    [],
  );
  const takeOff = useCallback(
    (voucher: BasketVoucher) => setBasket((current) => withVoucher(current, voucher)),
    [],
  );
  const putAside = useCallback((code: string) => setBasket((current) => withoutVoucher(current, code)), []);
  const clear = useCallback(() => setBasket(emptyBasket("")), []);
  return { basket, add, setQuantity, payWith, takeOff, putAside, clear, putBack: setBasket };
}
