import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { localDate } from "@/lib/kernel/calendar";
import { proportion } from "@/lib/kernel/money";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { type Program, programSchema } from "@/lib/program/schemas";
import { type PastPurchase, type Rehearsal, rehearsalOf } from "../domain/rehearse";
import { pastPurchases } from "../past-purchases";

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
    const purchases = await pastPurchases(sql, merchantId, { now, zone: shop.timezone, atMost });
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
