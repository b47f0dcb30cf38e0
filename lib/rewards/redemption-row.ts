import type { Sql } from "@/db/client";
import type { Fulfilment, VoucherStatus } from "./domain/voucher";
import { statusAt } from "./domain/voucher";
import type { Gives, Occasion } from "./schemas";

/** A redemption as it is stored; instants are the database's own text. */
export interface RedemptionRow {
  id: string;
  member: string;
  reward: string;
  name: string;
  gives: Gives;
  quantity: number;
  points: number;
  balance: number;
  source: "points" | Occasion;
  reason: string | null;
  status: VoucherStatus;
  fulfilment: Fulfilment | null;
  code: string | null;
  expiresAt: string | null;
  redeemedAt: string;
  endedAt: string | null;
  endedReference: string | null;
}

/** What was taken, and how that stands. */
export interface RedemptionView {
  id: string;
  member: string;
  /** Key and name of the reward, as they were then. */
  reward: string;
  name: string;
  quantity: number;
  source: "points" | Occasion;
  status: VoucherStatus;
  fulfilment: Fulfilment | null;
  redeemedAt: string;
}

export interface RedemptionResult {
  redemption: RedemptionView;
  voucher: { code: string; expiresAt: string | null } | null;
  points: { spent: number; balance: number };
}

/** The columns of a `RedemptionRow`, of a table aliased `r`. */
export const redemptionColumns = (sql: Sql) => sql`
  r.id, r.member_id as member, r.reward, r.name, r.gives, r.quantity, r.points, r.balance, r.source, r.reason, r.status,
  r.fulfilment, r.code, r.expires_at as "expiresAt", r.redeemed_at as "redeemedAt", r.ended_at as "endedAt",
  r.ended_reference as "endedReference"`;

export const isoOrNull = (text: string | null): string | null => text && new Date(text).toISOString();

export function redemptionView(row: RedemptionRow, now: Date): RedemptionView {
  const { id, member, reward, name, quantity, source, fulfilment } = row;
  const expiresAt = row.expiresAt === null ? null : new Date(row.expiresAt);
  return {
    id,
    member,
    reward,
    name,
    quantity,
    source,
    status: statusAt({ status: row.status, expiresAt }, now),
    fulfilment,
    redeemedAt: new Date(row.redeemedAt).toISOString(),
  };
}

export const redemptionResult = (row: RedemptionRow, now: Date): RedemptionResult => ({
  redemption: redemptionView(row, now),
  voucher: row.code === null ? null : { code: row.code, expiresAt: isoOrNull(row.expiresAt) },
  points: { spent: row.points, balance: row.balance },
});
