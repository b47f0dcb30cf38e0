import type { Database } from "@/db/client";
import { redemptionColumns } from "./redemption-row";
import { type VoucherRow, type VoucherView, voucherView } from "./voucher-view";

const endedAtMost = 50;

/** A voucher with the evening at which it is a place, if it is one; once that has begun its owner cannot give it back. */
export interface HeldVoucher extends VoucherView {
  evening: { startsAt: string; begun: boolean } | null;
}

/** A member's vouchers: those that still work first, by expiry, then the latest that ended. */
export async function memberVouchers(
  { sql }: Pick<Database, "sql">,
  { merchantId, memberId, now }: { merchantId: number; memberId: string; now: Date },
): Promise<{ open: HeldVoucher[]; ended: HeldVoucher[] }> {
  const rows = await sql<(VoucherRow & { startsAt: string | null })[]>`
    select ${redemptionColumns(sql)}, m.name as "memberName", e.starts_at as "startsAt" from redemption r
    join member m on m.merchant_id = ${merchantId} and m.id = r.member_id
    left join event_place p on p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.id = r.id
    left join event e on e.merchant_id = ${merchantId} and e.id = p.event_id
    where r.merchant_id = ${merchantId} and r.member_id = ${memberId} and r.code is not null
    order by r.status = 'open' desc, r.expires_at, r.redeemed_at desc limit 300`;
  const vouchers = rows.flatMap(({ startsAt, ...row }) => {
    const voucher = voucherView(row, now);
    return voucher ? [{ ...voucher, evening: eveningAt(startsAt, now) }] : [];
  });
  const ended = vouchers.filter((voucher) => voucher.status !== "open");
  ended.sort((a, b) => ((a.endedAt ?? "") < (b.endedAt ?? "") ? 1 : -1));
  return {
    open: vouchers.filter((voucher) => voucher.status === "open"),
    ended: ended.slice(0, endedAtMost),
  };
}

function eveningAt(startsAt: string | null, now: Date): HeldVoucher["evening"] {
  if (startsAt === null) return null;
  const at = new Date(startsAt);
  return { startsAt: at.toISOString(), begun: at <= now };
}
