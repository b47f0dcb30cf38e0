import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { Problem } from "@/lib/kernel/problems";
import { memberNames } from "@/lib/members/member-names";
import { programContent } from "@/lib/program/program-content";
import { emptyProgram, type Program, programSchema, ruleSchema } from "@/lib/program/schemas";
import { ruleExample, withRule } from "../domain/rule-example";
import { pastPurchases } from "../past-purchases";

/** Asked at every pause in typing, each purchase decided three times. */
const atMost = 200;

/** A regular's own purchase as an example of what a rule does. */
export interface RuleExample {
  member: { id: string; name: string };
  tier: string | null;
  /** What was bought. */
  bought: string[];
  occurredAt: string;
  published: number | null;
  edited: number;
  byRule: number;
}

/**
 * A rule as it stands in its form, on the latest purchases by members with a name: the one that shows what it does. `looked`
 * is how many there were to look at. Nothing is written.
 */
export const exampleOfRule = defineQuery({
  name: "program.example-of-rule",
  permission: "program.edit",
  input: z.strictObject({ rule: ruleSchema }),
  async run({ actor, input, now, database }): Promise<{ looked: number; example: RuleExample | null }> {
    const { merchantId } = actor;
    const [shop, programs] = await Promise.all([
      shopById(database, merchantId),
      programsOf(database, merchantId),
    ]);
    const past = await pastPurchases(database.sql, merchantId, { now, zone: shop.timezone, atMost });
    const latest = past.reverse();
    const people = await memberNames(
      database,
      merchantId,
      latest.map(({ memberId }) => memberId),
    );
    const known = latest.flatMap((purchase) => {
      const name = people.get(purchase.memberId);
      return name === undefined ? [] : [{ ...purchase, name }];
    });
    const edited = withRule(programs.edited, input.rule);
    const shown = countable(() => ruleExample(known, { ...programs, edited, rule: input.rule.key }));
    if (!shown) return { looked: known.length, example: null };
    const { purchase, ...points } = shown;
    const { tier } = purchase.facts;
    return {
      looked: known.length,
      example: {
        ...points,
        member: { id: purchase.memberId, name: purchase.name },
        tier: edited.tiers.find(({ key }) => key === tier)?.name ?? null,
        bought: await boughtIn(database, merchantId, { id: purchase.id, program: edited }),
        occurredAt: purchase.facts.occurredAt.toISOString(),
      },
    };
  },
});

/** None when the rule gives more than can be counted: its editor is told so when it is saved. */
function countable<T>(reckon: () => T): T | null {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function programsOf(
  database: Database,
  merchantId: number,
): Promise<{ published: Program | null; edited: Program }> {
  const [row] = await database.sql<{ draft: unknown; version: number | null }[]>`
    select (select content from program_draft where merchant_id = ${merchantId}) as draft,
      (select max(version) from program_version where merchant_id = ${merchantId}) as version`;
  const published = row?.version ? await programContent(database, merchantId, row.version) : null;
  const draft = row?.draft ? programSchema.parse(row.draft) : null;
  return { published, edited: draft ?? published ?? emptyProgram() };
}

/** Each thing once, by the name on its line or else by its product type's. */
async function boughtIn(
  { sql }: Database,
  merchantId: number,
  { id, program }: { id: string; program: Program },
): Promise<string[]> {
  const lines = await sql<{ name: string | null; productType: string }[]>`
    select name, product_type as "productType" from purchase_line
    where merchant_id = ${merchantId} and purchase_id = ${id} order by no`;
  const types = new Map(program.productTypes.map(({ key, name }) => [key, name]));
  return [...new Set(lines.map(({ name, productType }) => name ?? types.get(productType) ?? productType))];
}
