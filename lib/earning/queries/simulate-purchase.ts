import { z } from "zod";
import type { Tx } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { type Program, programSchema } from "@/lib/program/schemas";
import { type Explanation, explainAward, explanationContext } from "../domain/explain";
import { previewAward, previewFacts } from "../preview-purchase";
import { previewSchema } from "../schemas";

/** The draft, what is published now, what was in force at the purchase's own instant, or a version by its number. */
const rulesSchema = z.union([z.enum(["draft", "published", "in-force"]), z.int().min(1)]);
type Rules = z.output<typeof rulesSchema>;

export interface Simulated {
  on: Rules;
  /** Null for the draft. */
  version: number | null;
  points: number;
  held: { points: number; days: number }[];
  explanation: Explanation;
}

/**
 * Any basket, by any member or by anybody of a tier, at any instant, under several rules at once. What a member has used of
 * caps and what budgets are left is as it is today. Nothing is written. A rule set that does not exist answers null.
 */
export const simulatePurchase = defineQuery({
  name: "purchase.simulate",
  permission: "program.simulate",
  input: previewSchema.extend({ on: z.array(rulesSchema).min(1).max(3), locale: z.enum(locales) }),
  async run({
    actor,
    input,
    now,
    database,
  }): Promise<{ tier: string | null; results: (Simulated | null)[] }> {
    const { merchantId } = actor;
    const { on, locale, ...purchase } = input;
    const shop = await shopById(database, merchantId);
    return database.transaction(async (tx) => {
      const facts = await previewFacts(tx, { merchantId, now, input: purchase });
      const results = await Promise.all(
        on.map(async (rules): Promise<Simulated | null> => {
          const found = await rulesOf(tx, merchantId, rules, facts.version);
          if (!found) return null;
          const decision = previewAward(facts, found.program);
          const held = decision.parts.filter((part) => part.holdDays > 0);
          return {
            on: rules,
            version: found.version,
            points: decision.points,
            held: held.map((part) => ({ points: part.points, days: part.holdDays })),
            explanation: explainAward(decision.items, explanationContext(found.program, { ...shop, locale })),
          };
        }),
      );
      return { tier: facts.tier, results };
    });
  },
});

interface Found {
  version: number | null;
  program: Program;
}

async function rulesOf(
  tx: Tx,
  merchantId: number,
  rules: Rules,
  inForce: number | null,
): Promise<Found | null> {
  if (rules === "draft") {
    const [draft] = await tx.sql<{ content: unknown }[]>`
      select content from program_draft where merchant_id = ${merchantId}`;
    return draft ? { version: null, program: programSchema.parse(draft.content) } : null;
  }
  const version =
    typeof rules === "number" ? rules : rules === "in-force" ? inForce : await newest(tx, merchantId);
  if (version === null) return null;
  if (typeof rules === "number" && !(await exists(tx, merchantId, version))) throw new Problem("not_found");
  return { version, program: await programContent(tx, merchantId, version) };
}

async function newest(tx: Tx, merchantId: number): Promise<number | null> {
  const [row] = await tx.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} order by version desc limit 1`;
  return row?.version ?? null;
}

async function exists(tx: Tx, merchantId: number, version: number): Promise<boolean> {
  const [row] =
    await tx.sql`select version from program_version where merchant_id = ${merchantId} and version = ${version}`;
  return row !== undefined;
}
