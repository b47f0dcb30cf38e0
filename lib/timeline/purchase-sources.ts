import { explainAward, explanationContext } from "@/lib/earning/domain/explain";
import type { ExplanationItem } from "@/lib/earning/domain/types";
import { programContent } from "@/lib/program/program-content";
import type { StoryAward, StoryPurchaseLine } from "./domain/story";
import { iso, type StoryContext, type StorySource } from "./story-source";

interface PurchaseRow {
  id: string;
  at: string;
  by: string;
  amount: number;
  refunded: number;
  points: number;
  pending: number;
  tendered: number;
  version: number;
  items: ExplanationItem[];
  lines: (Omit<StoryPurchaseLine, "name"> & { name: string | null; productType: string })[];
}

/** What was bought. The entry of the ledger that credits it is told with it. */
export const purchases: StorySource = {
  kind: "purchase",
  part: "purchases",
  permission: "purchases.read",
  async read(context, { behind, limit }) {
    const { database, merchantId, memberId } = context;
    const { sql } = database;
    const rows = await sql<PurchaseRow[]>`
      select p.id, p.occurred_at as at, p.recorded_by as by, p.amount, p.refunded, p.points, p.pending,
        p.points_tendered as tendered, p.program_version as version, p.explanation as items,
        (select json_agg(json_build_object('id', l.no::text, 'productType', l.product_type, 'name', l.name,
          'quantity', l.quantity, 'amount', l.amount, 'refundedAmount', l.refunded_amount) order by l.no)
          from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = p.id) as lines
      from purchase p
      where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.status = 'recorded'
        and ${behind(sql`p.occurred_at`, sql`p.id`)}
      order by p.occurred_at desc, p.id desc limit ${limit}`;
    return Promise.all(
      rows.map(async ({ at, by, version, items, lines, ...purchase }) => {
        const nameOf = await naming(context, version);
        return {
          at: iso(at),
          id: purchase.id,
          by,
          event: {
            kind: "purchase" as const,
            ...purchase,
            lines: lines.map(({ productType, ...line }) => ({
              ...line,
              name: nameOf({ productType, name: line.name }),
            })),
            award: await awardOf(context, version, items),
          },
        };
      }),
    );
  },
};

interface RefundRow {
  id: string;
  at: string;
  by: string;
  amount: number;
  taken: number;
  returned: number;
  writtenOff: number;
  version: number;
  lines: { name: string | null; productType: string }[] | null;
}

export const refunds: StorySource = {
  kind: "refund",
  part: "purchases",
  permission: "purchases.read",
  async read(context, { behind, limit }) {
    const { database, merchantId, memberId } = context;
    const { sql } = database;
    const rows = await sql<RefundRow[]>`
      select r.id, r.occurred_at as at, r.recorded_by as by, r.amount, r.points_taken as taken,
        r.points_returned as returned, r.written_off as "writtenOff", p.program_version as version,
        (select json_agg(json_build_object('productType', l.product_type, 'name', l.name) order by l.no)
          from purchase_line l, jsonb_to_recordset(r.lines) back (no int)
          where l.merchant_id = ${merchantId} and l.purchase_id = r.purchase_id and l.no = back.no) as lines
      from refund r join purchase p on p.merchant_id = ${merchantId} and p.id = r.purchase_id
      where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and ${behind(sql`r.occurred_at`, sql`r.id`)}
      order by r.occurred_at desc, r.id desc limit ${limit}`;
    return Promise.all(
      rows.map(async ({ at, by, id, version, lines, ...refund }) => {
        const nameOf = await naming(context, version);
        const names = [...new Set((lines ?? []).map(nameOf))];
        return { at: iso(at), id, by, event: { kind: "refund" as const, ...refund, names } };
      }),
    );
  },
};

/** An award in the reader's words, by the rules that gave it. */
export async function awardOf(
  { database, merchantId, shop, locale }: StoryContext,
  version: number,
  items: ExplanationItem[],
): Promise<StoryAward> {
  const program = await programContent(database, merchantId, version);
  return { version, explanation: explainAward(items, explanationContext(program, { ...shop, locale })) };
}

/** Of an article, or of its type in the version that was in force. */
async function naming({ database, merchantId }: StoryContext, version: number) {
  const { productTypes } = await programContent(database, merchantId, version);
  const names = new Map(productTypes.map((type) => [type.key, type.name]));
  return (line: { name: string | null; productType: string }): string =>
    line.name ?? names.get(line.productType) ?? line.productType;
}
