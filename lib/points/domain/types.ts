import type { ProblemCode } from "@/lib/kernel/problems";

/** Points earned together that expire together. */
export interface Lot {
  no: number;
  state: "pending" | "open";
  /** As issued. */
  points: number;
  remaining: number;
  earnedAt: Date;
  availableAt: Date;
  /** First instant at which it can no longer be spent; null when it never expires. Set when earned; only activity moves it, if `idleMonths` says so. */
  expiresAt: Date | null;
  /** The entry that created it. */
  entrySeq: number;
  purchaseId: string | null;
  validityMonths: number | null;
  /** Expires after so many months without activity: what the member does moves `expiresAt` on. */
  idleMonths?: number | null;
  /**
   * How much of it has expired: minus the sum of its movements by entries of kind `expire`. Only `takeBack` asks, and only
   * of the lots of the purchase that is taken back; elsewhere leave it out.
   */
  expired?: number;
  /** The lot of a merged member that this one carries on, the first of them, and how much of it had expired there. */
  origin?: { memberId: string; no: number };
  expiredBefore?: number;
}

/** A member's points before a decision. */
export interface PointsState {
  /** What can be spent, minus what is owed: negative while there is debt. */
  balance: number;
  pending: number;
  debt: number;
  /** Number of the last entry, and of the last lot. */
  entrySeq: number;
  lotNo: number;
  /** When the next lot is released or expires. */
  nextDueAt: Date | null;
  /** The member's last activity. */
  activeAt?: Date | null;
  /**
   * Every lot with something remaining (others may be among them). null: not read. That is enough for awarding while
   * nothing is due, which is what a purchase does nearly always.
   */
  lots: Lot[] | null;
}

export type EntryKind =
  | "earn"
  | "release"
  | "refund"
  | "spend"
  | "return"
  | "expire"
  | "adjust"
  | "gift-out"
  | "gift-in"
  | "gift-back"
  | "write-off"
  | "forfeit"
  | "undo"
  | "merge"
  | "unmerge";

/** What an entry is about; kept with it. */
export interface EntryNote {
  purchaseId?: string;
  refundId?: string;
  giftId?: string;
  redemptionId?: string;
  mergeId?: string;
  reference?: string;
  reason?: string;
  /** The entry of the same member that this one takes back. */
  reversesSeq?: number;
}

export interface Entry extends EntryNote {
  seq: number;
  kind: EntryKind;
  /** Change of the balance. */
  points: number;
  /** Change of what is pending. */
  pending: number;
  previousBalance: number;
  balance: number;
  occurredAt: Date;
}

/** Change of what remains in a lot. For a new lot: what was taken from it at once, to pay a debt. */
export interface LotMovement {
  entrySeq: number;
  lotNo: number;
  points: number;
}

/** What an operation does. `points + sum of movements = remaining` for every lot, from its creation on. */
export interface Posting {
  ok: true;
  state: PointsState;
  entries: Entry[];
  newLots: Lot[];
  /** Lots that existed before, as they are now. */
  changedLots: Lot[];
  movements: LotMovement[];
}

export interface Refusal {
  ok: false;
  code: ProblemCode;
  params: Record<string, number>;
}
