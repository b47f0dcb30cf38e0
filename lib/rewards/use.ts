import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import { refuseEnded } from "./cancel";
import { type VoucherView, voucherByCode } from "./voucher-view";

/** Marks a voucher as used, whatever it is for: of two at the same moment one is told that it was used. */
export async function use(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  input: { code: string; reference?: string },
): Promise<VoucherView> {
  const { merchantId } = actor;
  const code = normaliseVoucherCode(input.code);
  const { reference } = input;
  const used = await markUsed(tx, { merchantId, code, now, by: actorName(actor), reference });
  const voucher = await voucherByCode(tx, { merchantId, code, now });
  if (!used) refuseEnded(voucher.status);
  audit(tx, actor, now, {
    action: "voucher.use",
    subject: `redemption:${voucher.redemption}`,
    after: { member: voucher.member.id, reward: voucher.reward, reference },
  });
  return voucher;
}

interface Use {
  merchantId: number;
  code: string;
  now: Date;
  by: string;
  reference?: string;
}

/** The row is locked by the one that comes first; the other finds it used. */
async function markUsed(tx: Tx, { merchantId, code, now, by, reference }: Use): Promise<boolean> {
  const rows = await tx.sql`
    update redemption r set status = 'used', ended_at = ${now.toISOString()}, ended_by = ${by}, ended_reference = ${reference ?? null},
      fulfilment = case when r.fulfilment is not null then 'handed-over' end
    where r.merchant_id = ${merchantId} and r.code = ${code} and r.status = 'open'
      and (r.expires_at is null or r.expires_at > ${now.toISOString()}) returning r.id`;
  return rows.length > 0;
}
