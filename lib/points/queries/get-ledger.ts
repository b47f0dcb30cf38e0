import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import type { ExplanationItem } from "@/lib/earning/domain/types";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import type { EntryKind } from "../domain/types";
import { type LedgerSearch, matching } from "../ledger-search";

export interface LedgerLine {
  seq: number;
  kind: EntryKind;
  points: number;
  pending: number;
  balance: number;
  occurredAt: string;
  recordedAt: string;
  reason: string | null;
  reference: string | null;
  reversesSeq: number | null;
  giftId: string | null;
  purchase: {
    id: string;
    externalId: string;
    amount: number;
    channel: string;
    programVersion: number;
    items: ExplanationItem[];
    /** Of a return, those that were given back. */
    lines: { productType: string; name: string | null; quantity: number; amount: number }[];
  } | null;
  /** The activity that the entry credits or takes back. */
  activity: {
    id: string;
    externalId: string;
    type: string;
    programVersion: number;
    items: ExplanationItem[];
  } | null;
}

const pageSchema = { before: z.int().min(1).optional(), limit: z.int().min(1).max(200).default(50) };

/**
 * A member's entries, newest first, each with what explains it; of who was merged, those of who carries on. `before` is the
 * last `seq` seen.
 */
export const getLedger = defineQuery({
  name: "points.ledger",
  permission: "members.read",
  input: z.strictObject({ id: id(), ...pageSchema }),
  async run({ actor, input, database }) {
    const [member] = await database.sql<{ id: string }[]>`
      select case when status = 'merged' then merged_into else id end as id from member
      where merchant_id = ${actor.merchantId} and id = ${input.id} and status in ('active', 'merged')`;
    if (!member) throw new Problem("not_found");
    return readLedger(database, actor.merchantId, { ...input, memberId: member.id });
  },
});

export async function readLedger(
  { sql }: Database,
  merchantId: number,
  {
    memberId,
    before,
    limit,
    search,
    kind,
  }: { memberId: string; before?: number; limit: number; search?: LedgerSearch; kind?: EntryKind },
): Promise<{ entries: LedgerLine[]; next: number | null }> {
  const rows = await sql<LedgerLine[]>`
    select e.seq, e.kind, e.points, e.pending, e.balance, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt",
      e.reason, e.reference, e.reverses_seq as "reversesSeq", e.gift_id as "giftId",
      case when p.id is null then null else json_build_object('id', p.id, 'externalId', p.external_id, 'amount', p.amount,
        'channel', p.channel, 'programVersion', p.program_version, 'items', p.explanation,
        'lines', (select coalesce(json_agg(json_build_object('productType', l.product_type, 'name', l.name, 'quantity', l.quantity,
          'amount', l.amount) order by l.no), '[]'::json) from purchase_line l
          where l.merchant_id = ${merchantId} and l.purchase_id = p.id
            and (r.id is null or r.lines @> jsonb_build_array(jsonb_build_object('no', l.no))))) end as purchase,
      case when a.id is null then null else json_build_object('id', a.id, 'externalId', a.external_id, 'type', a.type,
        'programVersion', a.program_version, 'items', a.explanation) end as activity
    from ledger_entry e
    left join purchase p on p.merchant_id = ${merchantId} and p.id = e.purchase_id
    left join refund r on r.merchant_id = ${merchantId} and r.id = e.refund_id
    left join activity a on a.merchant_id = ${merchantId} and a.member_id = e.member_id
      and a.entry_seq = coalesce(e.reverses_seq, e.seq)
    where e.merchant_id = ${merchantId} and e.member_id = ${memberId} and e.seq < ${before ?? 2_147_483_647}
      ${kind ? sql`and e.kind = ${kind}` : sql``} ${search ? matching(sql, merchantId, search) : sql``}
    order by e.seq desc limit ${limit + 1}`;
  const entries = rows.slice(0, limit).map(toLine);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

const toLine = (row: LedgerLine): LedgerLine => ({
  ...row,
  occurredAt: new Date(row.occurredAt).toISOString(),
  recordedAt: new Date(row.recordedAt).toISOString(),
});
