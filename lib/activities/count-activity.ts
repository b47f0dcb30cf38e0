import type { Tx } from "@/db/client";
import type { Locked } from "@/lib/points/lock-members";
import { countTowardsTier, takeOffTier, tierContext } from "@/lib/tiers/count-towards-tier";
import type { ActivityRecord } from "./activity-record";

interface Counting {
  tx: Tx;
  merchantId: number;
}

/** What a member did besides buying counts towards their tier, with the points that it earned. */
export async function countActivity(
  { batch, members: [member], facts }: Locked,
  { tx, merchantId, occurredAt, points }: Counting & { occurredAt: Date; points: number },
): Promise<void> {
  const context = await tierContext(tx, merchantId, facts, facts.requests[0]?.version ?? 0);
  if (!context) return;
  await countTowardsTier(context, batch, member, {
    at: occurredAt,
    spend: 0,
    points,
    visits: 0,
    activities: 1,
  });
}

/** Taken back, it counts no more. */
export async function uncountActivity(
  { batch, members: [member], facts }: Locked,
  { tx, merchantId, now, record }: Counting & { now: Date; record: ActivityRecord },
): Promise<void> {
  const context = await tierContext(tx, merchantId, facts, record.programVersion);
  if (!context) return;
  const event = { at: record.occurredAt, spend: 0, points: -record.points, visits: 0, activities: -1 };
  await takeOffTier(context, batch, member, { id: record.id, event, now });
}
