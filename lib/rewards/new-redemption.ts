import type { auditRow } from "@/lib/access/audit";
import { localDate } from "@/lib/kernel/calendar";
import { newVoucherCode } from "@/lib/kernel/voucher-code";
import type { LedgerBatch } from "@/lib/points/posting";
import { expiryOf, fulfilmentOf, isDoneAtOnce } from "./domain/voucher";
import type { RedemptionRow } from "./redemption-row";
import type { Occasion, Reward } from "./schemas";

interface NewRedemption {
  id: string;
  memberId: string;
  reward: Reward;
  quantity: number;
  version: number;
  zone: string;
  now: Date;
  recordedBy: string;
  /** Points spent, the balance after it and the entry that did it. */
  points: number;
  balance: number;
  entrySeq: number | null;
  source: "points" | Occasion;
  /** Instead of what the reward says. */
  expiresAt?: Date;
  occasion?: string;
  reason?: string;
  /** What may be given of its stock in all; null when it is not asked. */
  most: number | null;
  audit: ReturnType<typeof auditRow>;
}

/** Adds a redemption, its voucher and what it takes from stock to a batch. */
export function addRedemption(batch: LedgerBatch, redemption: NewRedemption): RedemptionRow {
  const { reward, quantity, zone, now, recordedBy, memberId, version } = redemption;
  const { gives } = reward;
  const done = isDoneAtOnce(gives) || redemption.source === "treat";
  const stocked = reward.stock !== undefined;
  const donated = gives.kind === "donation" ? gives.amount * quantity : 0;
  const code = done ? null : newVoucherCode();
  const ends = redemption.expiresAt ?? expiryOf(reward, now, zone);
  const expiresAt = done ? null : (ends?.toISOString() ?? null);
  const status = done ? "used" : "open";
  const fulfilment = done ? null : fulfilmentOf(reward);
  const redeemedAt = now.toISOString();
  const common = {
    id: redemption.id,
    reward: reward.key,
    name: reward.name,
    gives,
    quantity,
    points: redemption.points,
    balance: redemption.balance,
    source: redemption.source,
    status,
    fulfilment,
    code,
  } as const;
  batch.addRow("redemptions", {
    ...common,
    member_id: memberId,
    program_version: version,
    entry_seq: redemption.entrySeq,
    occasion: redemption.occasion,
    reason: redemption.reason,
    expires_at: expiresAt,
    stocked,
    donated,
    redeemed_at: redeemedAt,
    day: localDate(now, zone),
    recorded_by: recordedBy,
    ended_at: done ? redeemedAt : null,
    ended_by: done ? recordedBy : null,
  });
  if (stocked || donated > 0) {
    const given = stocked ? quantity : 0;
    batch.addRewardGiven(reward.key, { given, donated, most: redemption.most });
  }
  batch.addAudit(redemption.audit);
  return {
    ...common,
    member: memberId,
    reason: redemption.reason ?? null,
    expiresAt,
    redeemedAt,
    endedAt: done ? redeemedAt : null,
    endedReference: null,
  };
}
