import type { Database } from "@/db/client";
import { redemptionColumns } from "./redemption-row";
import { type VoucherRow, type VoucherView, voucherView } from "./voucher-view";

const endedAtMost = 50;

/** A member's vouchers: those that still work first, by expiry, then the latest that ended. */
export async function memberVouchers(
  { sql }: Pick<Database, "sql">,
  { merchantId, memberId, now }: { merchantId: number; memberId: string; now: Date },
): Promise<{ open: VoucherView[]; ended: VoucherView[] }> {
  const rows = await sql<VoucherRow[]>`
    select ${redemptionColumns(sql)}, m.name as "memberName" from redemption r
    join member m on m.merchant_id = ${merchantId} and m.id = r.member_id
    where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and r.code is not null
    order by r.status = 'open' desc, r.expires_at, r.redeemed_at desc limit 300`;
  const vouchers = rows.flatMap((row) => voucherView(row, now) ?? []);
  const ended = vouchers.filter((voucher) => voucher.status !== "open");
  ended.sort((a, b) => ((a.endedAt ?? "") < (b.endedAt ?? "") ? 1 : -1));
  return {
    open: vouchers.filter((voucher) => voucher.status === "open"),
    ended: ended.slice(0, endedAtMost),
  };
}
