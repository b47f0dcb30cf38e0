import type { Tx } from "@/db/client";
import type { auditRow } from "@/lib/access/audit";
import { localDate } from "@/lib/kernel/calendar";
import { ownValue } from "@/lib/kernel/own-value";
import type { StandingFacts } from "@/lib/tiers/standing-facts";
import { countDays, type DayCounts, noCounts } from "./domain/day-counts";
import type { Entry, Lot, LotMovement, PointsState, Posting } from "./domain/types";
import { capRows, lotRow, mergeRows, type Row, standingColumns, tierChangeRows } from "./posting-rows";

interface MemberChange {
  state: PointsState;
  entries: Entry[];
  newLots: Map<number, Lot>;
  changedLots: Map<number, Lot>;
  movements: LotMovement[];
  purchases: number;
  spend: number;
  firstPurchaseAt: Date | null;
  lastPurchaseAt: Date | null;
  /** Where the member stands after what is posted; null when nothing of it counts towards a tier. */
  standing: StandingFacts | null;
}

type List =
  | "purchases"
  | "lines"
  | "refunds"
  | "purchase_changes"
  | "line_changes"
  | "undone"
  | "gifts"
  | "redemptions"
  | "redemption_changes";

/** What of a reward is given, or with negative figures given back. */
interface RewardGiven {
  given: number;
  /** Minor units to its cause. */
  donated: number;
  /** What `given` may come to in all; null when it is not asked. */
  most: number | null;
}

interface BatchContext {
  merchantId: number;
  zone: string;
  now: Date;
  actor: string;
}

/**
 * Collects what was decided, for one purchase or for a thousand, and posts it in one call: the only way that points
 * move. Postings of one member are added in the order in which they were decided.
 */
export class LedgerBatch {
  readonly #context: BatchContext;
  readonly #members = new Map<string, MemberChange>();
  readonly #days = new Map<string, DayCounts>();
  readonly #lists = new Map<List, Row[]>();
  /** By member, then `${rule}:${period}`. */
  readonly #caps = new Map<string, Record<string, number>>();
  readonly #budgets: Record<string, number> = {};
  readonly #rewards = new Map<string, RewardGiven>();
  readonly #audits: ReturnType<typeof auditRow>[] = [];

  constructor(context: BatchContext) {
    this.#context = context;
  }

  addPosting(memberId: string, posting: Posting): void {
    const change = this.#change(memberId, posting.state);
    change.state = posting.state;
    change.entries.push(...posting.entries);
    change.movements.push(...posting.movements);
    for (const lot of posting.newLots) change.newLots.set(lot.no, lot);
    for (const lot of posting.changedLots) {
      (change.newLots.has(lot.no) ? change.newLots : change.changedLots).set(lot.no, lot);
    }
    for (const entry of posting.entries) countDays(this.#day(entry.occurredAt), entry);
  }

  /** Counts a purchase (or, with negative figures, takes one back) in the member's and the day's totals. */
  addPurchaseCount(
    memberId: string,
    state: PointsState,
    count: { at: Date; purchases: number; revenue: number; refunds: number; refunded: number },
  ): void {
    const change = this.#change(memberId, state);
    change.purchases += count.purchases;
    change.spend += count.revenue - count.refunded;
    if (count.purchases > 0) {
      if (!change.firstPurchaseAt || count.at < change.firstPurchaseAt) change.firstPurchaseAt = count.at;
      if (!change.lastPurchaseAt || count.at > change.lastPurchaseAt) change.lastPurchaseAt = count.at;
    }
    const day = this.#day(count.at);
    day.purchases += count.purchases;
    day.revenue += count.revenue;
    day.refunds += count.refunds;
    day.refunded += count.refunded;
  }

  /** Posts where the member stands by then: what is decided after it may move it still. */
  setStanding(memberId: string, state: PointsState, standing: StandingFacts): void {
    this.#change(memberId, state).standing = standing;
  }

  addRow(list: List, row: Row): void {
    const rows = this.#lists.get(list);
    if (rows) rows.push(row);
    else this.#lists.set(list, [row]);
  }

  /** Adds (or, with a negative number, gives back) use of a cap: `${rule}:${period}`. */
  addCapUse(memberId: string, key: string, used: number): void {
    const caps = this.#caps.get(memberId) ?? {};
    caps[key] = (caps[key] ?? 0) + used;
    this.#caps.set(memberId, caps);
  }

  addBudgetUse(rule: string, used: number): void {
    this.#budgets[rule] = (ownValue(this.#budgets, rule) ?? 0) + used;
  }

  addRewardGiven(reward: string, { given, donated, most }: RewardGiven): void {
    const known = this.#rewards.get(reward) ?? { given: 0, donated: 0, most: null };
    this.#rewards.set(reward, {
      given: known.given + given,
      donated: known.donated + donated,
      most: most ?? known.most,
    });
  }

  /** What a member has used of the caps, this batch included, given what the database knows. */
  capsUsedBy(memberId: string, stored: Record<string, number>): Record<string, number> {
    const used = { ...stored };
    for (const [key, more] of Object.entries(this.#caps.get(memberId) ?? {}))
      used[key] = (used[key] ?? 0) + more;
    return used;
  }

  /** `count`: -1 takes one back. */
  addEnrolment(at: Date, count: 1 | -1 = 1): void {
    this.#day(at).enrolled += count;
  }

  addAudit(row: ReturnType<typeof auditRow>): void {
    this.#audits.push(row);
  }

  get isEmpty(): boolean {
    return this.#members.size + this.#lists.size + this.#audits.length + this.#days.size === 0;
  }

  get memberIds(): string[] {
    return [...this.#members.keys()];
  }

  /** What several batches of one shop, each of its own members, post in one statement: all of it or nothing. */
  static together(batches: readonly LedgerBatch[]): Pick<LedgerBatch, "statement"> {
    const [first] = batches;
    if (!first) throw new Error("nothing to post");
    if (batches.length === 1) return first;
    const { merchantId } = first.#context;
    const rows = mergeRows(batches.map((batch) => batch.#rows()));
    return { statement: (source) => statementOf(source, merchantId, { ...rows, together: true }) };
  }

  /** The statement, to be sent with COMMIT (`tx.last`) or awaited. */
  statement(tx: Pick<Tx, "sql">) {
    return statementOf(tx, this.#context.merchantId, this.#rows());
  }

  #rows(): Row {
    const changes = [...this.#members];
    const rows: Row = {
      ...Object.fromEntries(this.#lists),
      members: changes.map(([id, change]) => memberRow(id, change)),
      caps: [...this.#caps].flatMap(([memberId, caps]) => capRows(memberId, caps)),
      budgets: Object.entries(this.#budgets).map(([rule, used]) => ({ rule, used })),
      reward_totals: [...this.#rewards].map(([reward, given]) => ({ reward, ...given })),
      tier_changes: changes.flatMap(([id, { standing }]) =>
        tierChangeRows(id, standing, this.#context.actor),
      ),
      tier_rewrites: changes.flatMap(([id, { standing }]) =>
        standing?.rewrittenFrom ? [{ member_id: id, since: standing.rewrittenFrom }] : [],
      ),
      days: [...this.#days].map(([day, counts]) => ({ day, ...counts })),
      audits: this.#audits,
      entries: changes.flatMap(([id, change]) => change.entries.map((entry) => this.#entryRow(id, entry))),
      lots: changes.flatMap(([id, change]) => [...change.newLots.values()].map((lot) => lotRow(id, lot))),
      lot_changes: changes.flatMap(([id, change]) =>
        [...change.changedLots.values()].map((lot) => lotRow(id, lot)),
      ),
      movements: changes.flatMap(([id, change]) =>
        change.movements.map(({ entrySeq, lotNo, points }) => ({
          member_id: id,
          entry_seq: entrySeq,
          lot_no: lotNo,
          points,
        })),
      ),
    };
    // An absent list costs the database nothing.
    for (const [name, list] of Object.entries(rows)) {
      if (name !== "members" && Array.isArray(list) && list.length === 0) delete rows[name];
    }
    return rows;
  }

  #change(memberId: string, state: PointsState): MemberChange {
    const known = this.#members.get(memberId);
    if (known) return known;
    const fresh: MemberChange = {
      state,
      entries: [],
      newLots: new Map(),
      changedLots: new Map(),
      movements: [],
      purchases: 0,
      spend: 0,
      firstPurchaseAt: null,
      lastPurchaseAt: null,
      standing: null,
    };
    this.#members.set(memberId, fresh);
    return fresh;
  }

  #day(at: Date): DayCounts {
    const day = localDate(at, this.#context.zone);
    const known = this.#days.get(day);
    if (known) return known;
    const fresh = noCounts();
    this.#days.set(day, fresh);
    return fresh;
  }

  #entryRow(memberId: string, entry: Entry): Row {
    const { zone, now, actor } = this.#context;
    return {
      member_id: memberId,
      seq: entry.seq,
      kind: entry.kind,
      points: entry.points,
      pending: entry.pending,
      previous_balance: entry.previousBalance,
      balance: entry.balance,
      purchase_id: entry.purchaseId,
      refund_id: entry.refundId,
      gift_id: entry.giftId,
      redemption_id: entry.redemptionId,
      merge_id: entry.mergeId,
      reverses_seq: entry.reversesSeq,
      reference: entry.reference,
      reason: entry.reason,
      occurred_at: entry.occurredAt,
      recorded_at: now,
      day: localDate(entry.occurredAt, zone),
      actor,
    };
  }
}

const statementOf = ({ sql }: Pick<Tx, "sql">, merchantId: number, rows: Row) =>
  sql`select post_ledger(${merchantId}, ${JSON.stringify(rows)}::text::jsonb)`;

const memberRow = (id: string, change: MemberChange): Row => ({
  id,
  // Entries are numbered without gaps: who else has posted in the meantime has moved this.
  expected_seq: change.state.entrySeq - change.entries.length,
  balance: change.state.balance,
  pending: change.state.pending,
  debt: change.state.debt,
  next_due_at: change.state.nextDueAt,
  entry_seq: change.state.entrySeq,
  lot_no: change.state.lotNo,
  purchases: change.purchases,
  spend: change.spend,
  first_purchase_at: change.firstPurchaseAt,
  last_purchase_at: change.lastPurchaseAt,
  active_at: later(change.state.activeAt ?? null, change.lastPurchaseAt),
  ...(change.standing && standingColumns(change.standing)),
});

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
