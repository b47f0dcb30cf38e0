import type { Database, Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import type { Fulfilment, VoucherStatus } from "./domain/voucher";
import { isoOrNull, type RedemptionRow, redemptionColumns, redemptionView } from "./redemption-row";
import type { Gives } from "./schemas";

/** A voucher as a till, a program or its owner reads it. */
export interface VoucherView {
  code: string;
  status: VoucherStatus;
  /** null: it works for good. */
  expiresAt: string | null;
  /** When it was used, expired or was cancelled. */
  endedAt: string | null;
  /** The shop's own name for where it was used, or why it was cancelled. */
  reference: string | null;
  redemption: string;
  reward: string;
  name: string;
  gives: Gives;
  quantity: number;
  points: number;
  source: RedemptionRow["source"];
  reason: string | null;
  fulfilment: Fulfilment | null;
  redeemedAt: string;
  member: { id: string; name: string | null };
}

export type VoucherRow = RedemptionRow & { memberName: string | null };

export function voucherView(row: VoucherRow, now: Date): VoucherView | null {
  if (row.code === null) return null;
  const { id: redemption, member, status, ...view } = redemptionView(row, now);
  const { gives, points, reason } = row;
  const expired = status === "expired" && row.status === "open";
  return {
    ...view,
    redemption,
    status,
    code: row.code,
    gives,
    points,
    reason,
    expiresAt: isoOrNull(row.expiresAt),
    endedAt: isoOrNull(expired ? row.expiresAt : row.endedAt),
    reference: row.endedReference,
    member: { id: member, name: row.memberName },
  };
}

/** The voucher that has a code; another shop's is not found either. */
export async function voucherByCode(
  { sql }: Pick<Database | Tx, "sql">,
  { merchantId, code, now }: { merchantId: number; code: string; now: Date },
): Promise<VoucherView> {
  const [row] = await sql<VoucherRow[]>`
    select ${redemptionColumns(sql)}, m.name as "memberName" from redemption r
    join member m on m.merchant_id = ${merchantId} and m.id = r.member_id
    where r.merchant_id = ${merchantId} and r.code = ${code}`;
  const voucher = row && voucherView(row, now);
  if (!voucher) throw new Problem("not_found");
  return voucher;
}
