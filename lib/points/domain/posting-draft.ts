import { wholePoints } from "@/lib/kernel/points";
import { dueAt, spendingOrder } from "./lots";
import type { Entry, EntryKind, EntryNote, Lot, PointsState, Posting } from "./types";

interface Opening {
  kind: EntryKind;
  at: Date;
  note?: EntryNote;
}

type Issue = Pick<
  Lot,
  | "state"
  | "points"
  | "earnedAt"
  | "availableAt"
  | "expiresAt"
  | "purchaseId"
  | "validityMonths"
  | "idleMonths"
  | "origin"
  | "expiredBefore"
>;

/** What a member does, as opposed to what happens to their points. */
const activity: ReadonlySet<EntryKind> = new Set(["earn", "spend", "gift-out"]);

const holdsSomething = (lot: Lot): boolean => lot.state === "open" && lot.remaining > 0;

/**
 * A posting in the making. An entry has no figures of its own: they follow from what is done to lots and to the debt
 * under it, so the ledger and the lots cannot come apart.
 */
export class PostingDraft {
  readonly #before: PointsState;
  readonly #lots: Lot[];
  readonly #entries: Entry[] = [];
  readonly #movements = new Map<string, { entrySeq: number; lotNo: number; points: number }>();
  readonly #issued = new Set<number>();
  readonly #changed = new Set<number>();
  #balance: number;
  #pending: number;
  #debt: number;
  #lotNo: number;
  #activeAt: Date | null;

  constructor(state: PointsState) {
    this.#before = state;
    this.#lots = state.lots?.map((lot) => ({ ...lot })) ?? [];
    this.#balance = state.balance;
    this.#pending = state.pending;
    this.#debt = state.debt;
    this.#lotNo = state.lotNo;
    this.#activeAt = state.activeAt ?? null;
  }

  get balance(): number {
    return this.#balance;
  }

  /** When the member last did something, what is being posted included. */
  get activeAt(): Date | null {
    return this.#activeAt;
  }

  /** All lots; for operations that take points and so must have read them. */
  get lots(): readonly Lot[] {
    if (!this.#before.lots) throw new Error("the member's lots were not read");
    return this.#lots;
  }

  /** Lots that something may fall due in: those that were read, and new ones. */
  get lotsToSettle(): readonly Lot[] {
    return this.#lots;
  }

  /** Throws when a lot that was not read is due. */
  requireSettled(now: Date): void {
    const { lots, nextDueAt } = this.#before;
    if (!lots && nextDueAt && nextDueAt <= now)
      throw new Error("the member's lots are due and were not read");
  }

  /** Open lots that hold something, in the order in which they are spent. */
  spendable(): Lot[] {
    return this.lots.filter(holdsSomething).sort(spendingOrder);
  }

  begin({ kind, at, note }: Opening): Entry {
    const entry: Entry = {
      ...note,
      seq: this.#before.entrySeq + this.#entries.length + 1,
      kind,
      points: 0,
      pending: 0,
      previousBalance: this.#balance,
      balance: this.#balance,
      occurredAt: at,
    };
    this.#entries.push(entry);
    if (activity.has(kind) && (!this.#activeAt || at > this.#activeAt)) this.#activeAt = at;
    return entry;
  }

  issue(entry: Entry, issue: Issue): Lot {
    this.#lotNo += 1;
    const lot: Lot = { ...issue, no: this.#lotNo, remaining: issue.points, entrySeq: entry.seq };
    this.#lots.push(lot);
    this.#issued.add(lot.no);
    this.#count(entry, lot.state, issue.points);
    return lot;
  }

  /** What is known of a lot has changed, apart from what remains in it. */
  touch(lot: Lot): void {
    this.#changed.add(lot.no);
  }

  /** Puts points into a lot, or with a negative figure takes them out. */
  move(entry: Entry, lot: Lot, points: number): void {
    this.#shift(entry, lot, points);
    this.#count(entry, lot.state, points);
  }

  release(entry: Entry, lot: Lot): void {
    this.#count(entry, "pending", -lot.remaining);
    lot.state = "open";
    this.#changed.add(lot.no);
    this.#count(entry, "open", lot.remaining);
  }

  /** More debt, or with a negative figure less. */
  owe(entry: Entry, points: number): void {
    this.#debt += points;
    this.#count(entry, "open", -points);
  }

  /** What is owed is paid from what just came in; not from lots that have expired. */
  payDebt(entry: Entry, now: Date): void {
    if (this.#debt === 0) return;
    for (const lot of this.#lots.filter(holdsSomething).sort(spendingOrder)) {
      if (lot.expiresAt && lot.expiresAt <= now) continue;
      const paid = Math.min(lot.remaining, this.#debt);
      this.#shift(entry, lot, -paid);
      this.#debt -= paid;
    }
  }

  get debt(): number {
    return this.#debt;
  }

  finish(): Posting {
    const { lots, nextDueAt, entrySeq } = this.#before;
    const dues = this.#lots.flatMap((lot) => dueAt(lot) ?? []);
    if (!lots && nextDueAt) dues.push(nextDueAt);
    return {
      ok: true,
      state: {
        balance: this.#balance,
        pending: this.#pending,
        debt: this.#debt,
        entrySeq: entrySeq + this.#entries.length,
        lotNo: this.#lotNo,
        nextDueAt: dues.reduce<Date | null>((first, due) => (first && first <= due ? first : due), null),
        lots: lots ? this.#lots : null,
        activeAt: this.#activeAt,
      },
      entries: this.#entries,
      newLots: this.#lots.filter((lot) => this.#issued.has(lot.no)),
      changedLots: this.#lots.filter((lot) => this.#changed.has(lot.no) && !this.#issued.has(lot.no)),
      movements: [...this.#movements.values()].filter((movement) => movement.points !== 0),
    };
  }

  #shift(entry: Entry, lot: Lot, points: number): void {
    lot.remaining += wholePoints(points);
    if (lot.remaining < 0 || lot.remaining > lot.points)
      throw new RangeError(`lot ${lot.no} would hold ${lot.remaining}`);
    this.#changed.add(lot.no);
    const key = `${entry.seq}:${lot.no}`;
    const known = this.#movements.get(key);
    if (known) known.points += points;
    else this.#movements.set(key, { entrySeq: entry.seq, lotNo: lot.no, points });
  }

  #count(entry: Entry, state: Lot["state"], points: number): void {
    if (state === "pending") {
      entry.pending += points;
      this.#pending += points;
      return;
    }
    entry.points += points;
    entry.balance += points;
    this.#balance = wholePoints(this.#balance + points);
  }
}
