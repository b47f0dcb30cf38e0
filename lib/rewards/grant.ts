import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { uuidv7 } from "@/lib/kernel/ids";
import type { LedgerBatch } from "@/lib/points/posting";
import { addRedemption } from "./new-redemption";
import type { RedemptionRow } from "./redemption-row";
import type { Occasion, Reward } from "./schemas";

interface Grant {
  /** The caller's own; a new one where it is left out. */
  id?: string;
  member: { id: string; balance: number };
  reward: Reward;
  source: Occasion;
  /** Names what it is given for: for the same occasion it is given once. */
  occasion?: string;
  reason?: string;
  quantity?: number;
  /** Whether the stock must cover it; what a program promises is given whatever the stock. */
  fromStock: boolean;
  version: number;
  zone: string;
}

/** Adds to a batch a reward that is given for nothing. The caller holds the member, and knows that it was not given before. */
export function addGrant(
  batch: LedgerBatch,
  { actor, now }: { actor: Actor; now: Date },
  { id = uuidv7(), member, reward, quantity = 1, fromStock, ...grant }: Grant,
): RedemptionRow {
  const { source, occasion, reason } = grant;
  return addRedemption(batch, {
    ...grant,
    id,
    memberId: member.id,
    reward,
    quantity,
    now,
    recordedBy: actorName(actor),
    points: 0,
    balance: member.balance,
    entrySeq: null,
    most: fromStock ? (reward.stock ?? null) : null,
    audit: auditRow(actor, now, {
      action: "reward.grant",
      subject: `redemption:${id}`,
      after: { member: member.id, reward: reward.key, quantity, source, occasion, reason },
    }),
  });
}

/**
 * Adds to a batch that what a member was given on occasions that begin like these is taken away again, as far as it was
 * not used or has not expired. The caller holds the member. Returns the redemptions that end.
 */
export async function voidGrants(
  batch: LedgerBatch,
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { memberId, occasions }: { memberId: string; occasions: readonly string[] },
): Promise<string[]> {
  const { merchantId } = actor;
  const rows = await tx.sql<{ id: string; reward: string; quantity: number; stocked: boolean }[]>`
    select id, reward, quantity, stocked from redemption
    where merchant_id = ${merchantId} and member_id = ${memberId} and status = 'open' and (expires_at is null or expires_at > ${now.toISOString()})
      and exists (select from unnest(${[...occasions]}::text[]) beginning where starts_with(occasion, beginning)) for update`;
  for (const { id, reward, quantity, stocked } of rows) {
    batch.addRow("redemption_changes", {
      id,
      expected: "open",
      status: "cancelled",
      fulfilment: "cancelled",
      ended_at: now,
      ended_by: actorName(actor),
    });
    if (stocked) batch.addRewardGiven(reward, { given: -quantity, donated: 0, most: null });
    batch.addAudit(
      auditRow(actor, now, {
        action: "reward.void",
        subject: `redemption:${id}`,
        after: { member: memberId, reward },
      }),
    );
  }
  return rows.map((row) => row.id);
}
