import type { Tx } from "@/db/client";
import { requestHash } from "@/lib/kernel/request-hash";
import { qualifies } from "./domain/evaluate-tier";
import type { Qualification, Tier } from "./schemas";

interface TiersOfProgram {
  tiers: readonly Tier[];
  qualification: Qualification;
}

/**
 * Notes with a publication what it means to tiers: whether members climb them, and that all members are to be looked at
 * when the tiers, or how they are reached, are others. The caller holds the merchant's program lock.
 */
export async function followTiers({
  tx,
  merchantId,
  version,
  content,
  before,
}: {
  tx: Tx;
  merchantId: number;
  version: number;
  content: TiersOfProgram;
  before: Partial<TiersOfProgram> | undefined;
}): Promise<void> {
  const climbed = qualifies(content) ? version : null;
  await tx.sql`
    update merchant set qualifying_version = ${climbed} where id = ${merchantId} and qualifying_version is distinct from ${climbed}`;
  if (climbed === null) {
    await tx.sql`delete from tier_review where merchant_id = ${merchantId}`;
    return;
  }
  if (before && ladderHash(before) === ladderHash(content)) return;
  const counted = before !== undefined && qualifies({ tiers: before.tiers ?? [] });
  const recount =
    !counted || requestHash(before.qualification?.window) !== requestHash(content.qualification.window);
  await tx.sql`
    insert into tier_review (merchant_id, version, recount) values (${merchantId}, ${version}, ${recount})
    on conflict (merchant_id) do update set version = excluded.version, after = null,
      recount = tier_review.recount or excluded.recount`;
}

const ladderHash = ({ tiers = [], qualification }: Partial<TiersOfProgram>): string =>
  requestHash([tiers.map(({ key, needs }) => ({ key, needs })), qualification]);
