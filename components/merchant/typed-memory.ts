/**
 * What is typed into a form and not sent yet, in the tab: a reload, another page or having to sign in again bring it back.
 * `from` is what the form began with: once that is something else, what was typed was meant for what is gone.
 */
interface Kept<Typed> {
  from: string;
  typed: Typed;
}

/** Nothing is kept of a form that says what it said at first. */
export function keepTyped<Typed>(storage: Storage, place: string, first: Typed, typed: Typed): void {
  const kept: Kept<Typed> = { from: JSON.stringify(first), typed };
  try {
    if (JSON.stringify(typed) === kept.from) forgetTyped(storage, place);
    else storage.setItem(place, JSON.stringify(kept));
  } catch {
    // A tab that can keep no more: the form is as it would be without this.
  }
}

export function keptTyped<Typed>(storage: Storage, place: string, first: Typed): Typed | null {
  try {
    const kept = JSON.parse(storage.getItem(place) ?? "null") as Kept<Typed> | null;
    return kept?.from === JSON.stringify(first) ? kept.typed : null;
  } catch {
    return null;
  }
}

export const forgetTyped = (storage: Storage, place: string): void => storage.removeItem(place);
