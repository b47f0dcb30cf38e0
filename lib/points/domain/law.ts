import type { Entry, PointsState } from "./types";

/**
 * What holds for every member at every moment, in words for what does not: balance = sum of entries = what remains in
 * open lots - debt; pending likewise; nobody owes points and has some.
 */
export function brokenLaws(state: PointsState, entries: readonly Entry[]): string[] {
  const lots = state.lots ?? [];
  const open = total(lots.filter((lot) => lot.state === "open").map((lot) => lot.remaining));
  const pending = total(lots.filter((lot) => lot.state === "pending").map((lot) => lot.remaining));
  return [
    state.balance !== open - state.debt &&
      `balance ${state.balance} is not ${open} in lots - ${state.debt} owed`,
    state.balance !== total(entries.map((entry) => entry.points)) &&
      `balance ${state.balance} is not the sum of entries`,
    state.pending !== pending && `pending ${state.pending} is not ${pending} in lots`,
    state.pending !== total(entries.map((entry) => entry.pending)) &&
      `pending ${state.pending} is not the sum of entries`,
    (state.debt < 0 || (state.debt > 0 && open > 0)) && `owes ${state.debt} and has ${open}`,
    ...entries.map((entry, index) => brokenEntry(entry, entries[index - 1])),
  ].filter((fault) => fault !== false);
}

function brokenEntry(entry: Entry, before: Entry | undefined): string | false {
  const follows = entry.seq === (before?.seq ?? 0) + 1 && entry.previousBalance === (before?.balance ?? 0);
  const adds = entry.balance === entry.previousBalance + entry.points;
  return !(follows && adds) && `entry ${entry.seq} does not follow from the one before it`;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
