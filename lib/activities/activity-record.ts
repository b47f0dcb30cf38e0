import type { Tx } from "@/db/client";
import type { ExplanationItem } from "@/lib/earning/domain/types";
import type { Lot } from "@/lib/points/domain/types";

export interface ActivityRecord {
  id: string;
  memberId: string;
  externalId: string;
  requestHash: string;
  type: string;
  status: "waiting" | "recorded" | "refused" | "undone";
  counted: boolean;
  occurredAt: Date;
  recordedAt: string;
  programVersion: number;
  capUse: Record<string, number>;
  budgetUse: number;
  items: ExplanationItem[];
  points: number;
  pending: number;
  balance: number;
  entrySeq: number | null;
  reason: string | null;
}

/** An activity by its id, or by the id of whoever sent it. */
export async function activityRecord(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  by: { id: string } | { externalId: string },
): Promise<ActivityRecord | null> {
  const [row] = await tx.sql<(Omit<ActivityRecord, "occurredAt"> & { occurredAt: string })[]>`
    select id, member_id as "memberId", external_id as "externalId", request_hash as "requestHash", type, status, counted,
      occurred_at as "occurredAt", recorded_at as "recordedAt", program_version as "programVersion", cap_use as "capUse", budget_use as "budgetUse",
      explanation as items, points, pending, balance, entry_seq as "entrySeq", reason
    from activity
    where merchant_id = ${merchantId} and ${"id" in by ? tx.sql`id = ${by.id}` : tx.sql`external_id = ${by.externalId}`}`;
  return row ? { ...row, occurredAt: new Date(row.occurredAt) } : null;
}

interface RawLot extends Omit<Lot, "earnedAt" | "availableAt" | "expiresAt"> {
  earnedAt: string;
  availableAt: string;
  expiresAt: string | null;
}

/** The lots that an entry made, the empty ones too, with what of them has expired. */
export async function lotsOfEntry(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  memberId: string,
  entrySeq: number,
): Promise<Lot[]> {
  const rows = await tx.sql<RawLot[]>`
    select t.no, t.state, t.points, t.remaining, t.earned_at as "earnedAt", t.available_at as "availableAt",
      t.expires_at as "expiresAt", t.entry_seq as "entrySeq", t.purchase_id as "purchaseId",
      t.validity_months as "validityMonths", t.idle_months as "idleMonths",
      (select coalesce(-sum(v.points), 0)::bigint from lot_movement v
        join ledger_entry e on e.merchant_id = ${merchantId} and e.member_id = ${memberId} and e.seq = v.entry_seq
          and e.kind = 'expire'
        where v.merchant_id = ${merchantId} and v.member_id = ${memberId} and v.lot_no = t.no) as expired
    from lot t where t.merchant_id = ${merchantId} and t.member_id = ${memberId} and t.entry_seq = ${entrySeq}`;
  return rows.map((lot) => ({
    ...lot,
    earnedAt: new Date(lot.earnedAt),
    availableAt: new Date(lot.availableAt),
    expiresAt: lot.expiresAt === null ? null : new Date(lot.expiresAt),
  }));
}
