import type { Database, Tx } from "@/db/client";
import { programContent } from "@/lib/program/program-content";
import { tierRules } from "./domain/tier-rules";
import type { TierRules } from "./domain/types";

// As programContent: a published version never changes.
const kept = new Map<string, TierRules>();
const keptAtMost = 500;

/** The tiers of one published version, and since when they are in force. */
export async function tierRulesOf(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
  version: number,
): Promise<TierRules> {
  const key = `${merchantId}:${version}`;
  const known = kept.get(key);
  if (known) return known;
  const program = await programContent(source, merchantId, version);
  const [row] = await source.sql<{ from: string }[]>`
    select effective_from as from from program_version where merchant_id = ${merchantId} and version = ${version}`;
  if (!row) throw new Error(`program version ${version} of merchant ${merchantId} does not exist`);
  const rules = tierRules(program, new Date(row.from));
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(key, rules);
  return rules;
}

/** The tiers of every published version, oldest first, for a member whose time is replayed. */
export async function publishedTierRules(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
): Promise<[TierRules, ...TierRules[]]> {
  const versions = await source.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} order by effective_from, version`;
  const [first, ...others] = await Promise.all(
    versions.map(({ version }) => tierRulesOf(source, merchantId, version)),
  );
  if (!first) throw new Error(`merchant ${merchantId} has published no program`);
  return [first, ...others];
}
