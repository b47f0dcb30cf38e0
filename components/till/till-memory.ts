import type { Basket } from "./basket";
import type { Enrolment } from "./enrolment";
import type { Who } from "./queue/queued-purchase";

/** What is on a till between two purchases: a reload, or having to sign in again, brings it back. */
export interface OnTill {
  who: Who | null;
  basket: Basket;
}

/** Whoever is being enrolled, until that is done or given up. */
export function keepEnrolment(storage: Storage, slug: string, typed: Enrolment | null): void {
  if (typed) storage.setItem(enrolmentKeyOf(slug), JSON.stringify(typed));
  else storage.removeItem(enrolmentKeyOf(slug));
}

export function keptEnrolment(storage: Storage, slug: string): Enrolment | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(enrolmentKeyOf(slug)) ?? "null");
    return typeof kept === "object" ? (kept as Enrolment | null) : null;
  } catch {
    return null;
  }
}

const enrolmentKeyOf = (slug: string) => `regulars-enrolment-${slug}`;

const keyOf = (slug: string) => `regulars-till-${slug}`;

/** A tab's own: two tabs are two tills. */
export function keepOnTill(storage: Storage, slug: string, state: OnTill | null): void {
  if (!state || (state.who === null && state.basket.lines.length === 0)) storage.removeItem(keyOf(slug));
  else storage.setItem(keyOf(slug), JSON.stringify(state));
}

/** Null when there is nothing, or something that an older version wrote. */
export function keptOnTill(storage: Storage, slug: string): OnTill | null {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(slug)) ?? "null") as OnTill | null;
    return kept && Array.isArray(kept.basket.lines) && typeof kept.basket.externalId === "string"
      ? kept
      : null;
  } catch {
    return null;
  }
}
