import type { Tx } from "@/db/client";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import { refuseEnded } from "../cancel";
import { voucherUseSchema } from "../schemas";
import { type VoucherView, voucherByCode } from "../voucher-view";

/** Uses a voucher, once: of two tills at the same moment one is told that it was used. What was prepared is handed over by it. */
export const useVoucher = defineCommand({
  name: "voucher.use",
  permission: "vouchers.use",
  input: voucherUseSchema,
  async run({ actor, input, now, tx }): Promise<VoucherView> {
    const { merchantId } = actor;
    const code = normaliseVoucherCode(input.code);
    const used = await markUsed(tx, {
      merchantId,
      code,
      now,
      by: actorName(actor),
      reference: input.reference,
    });
    const voucher = await voucherByCode(tx, { merchantId, code, now });
    if (!used) refuseEnded(voucher.status);
    audit(tx, actor, now, {
      action: "voucher.use",
      subject: `redemption:${voucher.redemption}`,
      after: { member: voucher.member.id, reward: voucher.reward, reference: input.reference },
    });
    return voucher;
  },
});

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
