import type { Tx } from "@/db/client";
import type { ExplanationItem } from "@/lib/earning/domain/types";

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
