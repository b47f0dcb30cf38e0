import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { addMonths, localDate, startOfDay } from "@/lib/kernel/calendar";
import type { LedgerBatch } from "@/lib/points/posting";
import { programContent } from "@/lib/program/program-content";
import type { TierContext } from "@/lib/tiers/count-towards-tier";
import { isGivable } from "./domain/offer";
import { addGrant, voidGrants } from "./grant";

/** Who climbs back within a year was given what comes with the tier: going up and down is not to pay. */
const onceInMonths = 12;

interface Entry {
  tiers: TierContext;
  actor: Actor;
  now: Date;
  batch: LedgerBatch;
}

/**
 * Adds to a batch what the program gives on entering a tier. It is promised, so it is given whatever the stock. The posting
 * notices when the member has moved since they were read, so nobody enters twice at once.
 */
export async function giveEntryRewards(
  { tiers: { source, merchantId, zone, version }, actor, now, batch }: Entry,
  member: { id: string; balance: number },
  tier: string,
): Promise<void> {
  const program = await programContent(source, merchantId, version);
  const keys = program.tiers.find(({ key }) => key === tier)?.rewards ?? [];
  if (keys.length === 0) return;
  const tierOrder = program.tiers.map((one) => one.key);
  const given = await givenWith(source, merchantId, { memberId: member.id, tier, now, zone });
  for (const key of keys) {
    const reward = program.rewards.find((one) => one.key === key);
    if (!reward || given.has(key)) continue;
    const tags = reward.tags ? await tagsOf(source, merchantId, member.id) : [];
    if (!isGivable(reward, { tier, tierOrder, tags }, localDate(now, zone))) continue;
    addGrant(
      batch,
      { actor, now },
      {
        member,
        reward,
        source: "tier",
        occasion: `${occasionOf(tier)}${now.toISOString()}`,
        fromStock: false,
        version,
        zone,
      },
    );
  }
}

/** Adds to a batch that what came with tiers which are lost ends, as far as it was not used. */
export const takeEntryRewards = (
  batch: LedgerBatch,
  context: { tx: Tx; actor: Actor; now: Date },
  { memberId, tiers }: { memberId: string; tiers: readonly string[] },
): Promise<string[]> => voidGrants(batch, context, { memberId, occasions: tiers.map(occasionOf) });

/** What every occasion of entering a tier begins with. */
const occasionOf = (tier: string): string => `tier:${tier}:`;

async function tagsOf(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  memberId: string,
): Promise<readonly string[]> {
  const [row] = await sql<{ tags: string[] }[]>`
    select tags from member where merchant_id = ${merchantId} and id = ${memberId}`;
  return row?.tags ?? [];
}

async function givenWith(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  { memberId, tier, now, zone }: { memberId: string; tier: string; now: Date; zone: string },
): Promise<Set<string>> {
  const since = startOfDay(addMonths(localDate(now, zone), -onceInMonths), zone).toISOString();
  const rows = await sql<{ reward: string }[]>`
    select reward from redemption where merchant_id = ${merchantId} and member_id = ${memberId}
      and starts_with(occasion, ${occasionOf(tier)}) and status <> 'cancelled' and redeemed_at > ${since}`;
  return new Set(rows.map((row) => row.reward));
}
