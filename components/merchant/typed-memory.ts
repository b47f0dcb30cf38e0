import { isSame, mergeTyped } from "./merge-typed";

/**
 * What is typed into a form and not sent yet, in the tab: a reload, another page or having to sign in again bring it back.
 * `from` is what the form began with.
 */
interface Kept<Typed> {
  from: Typed;
  typed: Typed;
}

/**
 * How it is here again: as it was typed; over what was saved elsewhere meanwhile, as far as nobody changed the same; or
 * not at all, because all of it was changed.
 */
export type Back = "typed" | "merged" | "replaced";

/** Nothing is kept of a form that says what it said at first. */
export function keepTyped<Typed>(storage: Storage, place: string, from: Typed, typed: Typed): void {
  const kept: Kept<Typed> = { from, typed };
  try {
    if (isSame(typed, from)) forgetTyped(storage, place);
    else storage.setItem(place, JSON.stringify(kept));
  } catch {
    // A tab that can keep no more: the form is as it would be without this.
  }
}

export function keptTyped<Typed>(
  storage: Storage,
  place: string,
  now: Typed,
): { typed: Typed; back: Back } | null {
  const kept = read<Typed>(storage.getItem(place));
  if (!kept || isSame(kept.typed, now)) return null;
  const typed = mergeTyped(kept.from, kept.typed, now);
  const back = isSame(kept.from, now) ? "typed" : isSame(typed, now) ? "replaced" : "merged";
  return { typed, back };
}

export const forgetTyped = (storage: Storage, place: string): void => storage.removeItem(place);

function read<Typed>(text: string | null): Kept<Typed> | null {
  try {
    const kept = JSON.parse(text ?? "null");
    return kept?.from !== undefined && kept.typed !== undefined ? kept : null;
  } catch {
    return null;
  }
}
