import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { firstIdAt } from "@/lib/kernel/ids";
import { proportion } from "@/lib/kernel/money";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { type Program, programSchema } from "@/lib/program/schemas";
import type { RefundedLine } from "../domain/refund-request";
import { type PastPurchase, type Rehearsal, rehearsalOf } from "../domain/rehearse";
import { remainingLines } from "../domain/remaining-lines";
import type { AwardLine } from "../domain/types";
import type { RecordedBasis } from "../plan-purchase";

const reachDays = 90;
/** The page answers within a second whatever the shop's size: a busy one sees fewer days. */
const atMost = 5000;
const shown = 8;
/** After so many the tills have their turn: they are served by the same thread. */
const atOnce = 200;

/**
 * The draft on what really happened: the last purchases decided anew, by it and by what is published. Null while there is
 * nothing to compare. Nothing is written.
 */
export const rehearseDraft = defineQuery({
  name: "program.rehearse",
  permission: "program.edit",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<Rehearsal | null> {
    const { merchantId } = actor;
    const { sql } = database;
    const [shop, programs] = await Promise.all([
      shopById(database, merchantId),
      programsOf(database, merchantId),
    ]);
    if (!programs) return null;
    const today = localDate(now, shop.timezone);
    const from = startOfDay(addDays(today, 1 - reachDays), shop.timezone);
    const purchases = await pastPurchases(sql, merchantId, from);
    const [first] = purchases;
    if (!first) return null;
    const given = await bothWays(purchases, programs);
    if (!given) return null;
    const differing = [...given].filter(([, { published, draft }]) => published !== draft);
    differing.sort(([, a], [, b]) => Math.abs(b.draft - b.published) - Math.abs(a.draft - a.published));
    const total = (by: "published" | "draft") => [...given.values()].reduce((sum, one) => sum + one[by], 0);
    const [published, draft] = [total("published"), total("draft")];
    const since = localDate(first.facts.occurredAt, shop.timezone);
    return {
      version: programs.version,
      purchases: purchases.length,
      since,
      days: daysFrom(since, today),
      published,
      draft,
      worth: worthOf(programs.draft, draft) - worthOf(programs.published, published),
      gain: differing.filter(([, one]) => one.draft > one.published).length,
      lose: differing.filter(([, one]) => one.draft < one.published).length,
      furthest: await named(sql, merchantId, differing.slice(0, shown)),
    };
  },
});

interface Programs {
  version: number;
  published: Program;
  draft: Program;
}

async function programsOf(
  database: Parameters<typeof programContent>[0],
  merchantId: number,
): Promise<Programs | null> {
  const [row] = await database.sql<{ content: unknown; version: number | null }[]>`
    select content, (select max(version) from program_version where merchant_id = ${merchantId}) as version
    from program_draft where merchant_id = ${merchantId}`;
  if (!row || row.version === null) return null;
  return {
    version: row.version,
    published: await programContent(database, merchantId, row.version),
    draft: programSchema.parse(row.content),
  };
}

interface Row {
  memberId: string;
  occurredAt: string;
  channel: string;
  basis: RecordedBasis;
  lines: (AwardLine & { refundedQuantity: number; refundedAmount: number })[];
}

/** The newest, oldest first, as they are after refunds. Ids sort by time, so that no index of its own is needed. */
async function pastPurchases(sql: Sql, merchantId: number, from: Date): Promise<PastPurchase[]> {
  const rows = await sql<Row[]>`
    with newest as (
      select id, member_id, occurred_at, channel, basis from purchase
      where merchant_id = ${merchantId} and id >= ${firstIdAt(from)} and status = 'recorded'
      order by id desc limit ${atMost})
    select n.member_id as "memberId", n.occurred_at as "occurredAt", n.channel, n.basis,
      (select json_agg(json_build_object('no', l.no, 'productType', l.product_type, 'sku', l.sku, 'quantity', l.quantity,
          'amount', l.amount, 'tax', l.tax, 'discount', l.discount, 'refundedQuantity', l.refunded_quantity,
          'refundedAmount', l.refunded_amount) order by l.no)
        from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = n.id) as lines
    from newest n where n.occurred_at >= ${from.toISOString()} order by n.occurred_at, n.id`;
  return rows.flatMap(({ memberId, basis, lines: bought, occurredAt, channel }) => {
    const back: RefundedLine[] = bought
      .filter((line) => line.refundedQuantity > 0 || line.refundedAmount > 0)
      .map(({ no, refundedQuantity, refundedAmount }) => ({
        no,
        quantity: refundedQuantity,
        amount: refundedAmount,
      }));
    const lines = remainingLines(bought, back);
    if (lines.length === 0) return [];
    const [was, gone] = [bought, back].map((list) => list.reduce((sum, { amount }) => sum + amount, 0));
    const tenderBack = was && gone ? proportion(basis.pointsTender, gone, was) : 0;
    const pointsTender = basis.pointsTender - tenderBack;
    return [
      { memberId, lines, facts: { ...basis, pointsTender, occurredAt: new Date(occurredAt), channel } },
    ];
  });
}

/** Null when a draft gives more than can be counted: its editor is told so beside the rule. */
async function bothWays(purchases: PastPurchase[], programs: Programs) {
  const [published, draft] = [rehearsalOf(programs.published), rehearsalOf(programs.draft)];
  try {
    for (const [index, purchase] of purchases.entries()) {
      published.add(purchase);
      draft.add(purchase);
      if (index % atOnce === atOnce - 1) await setImmediate();
    }
    return new Map(
      [...published.given].map(
        ([id, points]) => [id, { published: points, draft: draft.given.get(id) ?? 0 }] as const,
      ),
    );
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const worthOf = ({ pointValue }: Program, points: number): number =>
  proportion(pointValue.amount, points, pointValue.points);

const daysFrom = (since: string, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000) + 1;

async function named(
  sql: Sql,
  merchantId: number,
  differing: (readonly [string, { published: number; draft: number }])[],
): Promise<Rehearsal["furthest"]> {
  const ids = differing.map(([id]) => id);
  const rows = await sql<{ id: string; name: string | null; card: string }[]>`
    select id, name, card_number as card from member
    where merchant_id = ${merchantId} and id = any(${ids}::uuid[]) and status = 'active'`;
  const people = new Map(rows.map((row) => [row.id, row]));
  return differing.flatMap(([id, points]) => {
    const person = people.get(id);
    return person ? [{ ...person, ...points }] : [];
  });
}
