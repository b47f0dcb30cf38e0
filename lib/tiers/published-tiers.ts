import type { Tx } from "@/db/client";
import { fieldProblem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";

/** Keys of the tiers that the published program has. */
export async function publishedTiers(tx: Pick<Tx, "sql">, merchantId: number): Promise<Set<string>> {
  const [latest] = await tx.sql<{ version: number | null }[]>`
    select max(version) as version from program_version where merchant_id = ${merchantId}`;
  const tiers = latest?.version ? (await programContent(tx, merchantId, latest.version)).tiers : [];
  return new Set(tiers.map(({ key }) => key));
}

export const unknownTier = () => fieldProblem("tier", "program.unknown_tier");

/** Refuses a tier that the published program does not have. */
export async function refuseUnknownTier(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  tier: string | null | undefined,
): Promise<void> {
  if (tier === null || tier === undefined) return;
  if (!(await publishedTiers(tx, merchantId)).has(tier)) throw unknownTier();
}
