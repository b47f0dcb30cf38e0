import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { authorize } from "@/lib/access/define-command";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { isMoneyOff, type MoneyOff } from "@/lib/kernel/money-off";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import type { Locked } from "@/lib/points/lock-members";
import type { LedgerBatch } from "@/lib/points/posting";
import { statusAt } from "./domain/voucher";
import { discountFault, type PaidLine } from "./domain/voucher-discount";
import { type RedemptionRow, redemptionColumns } from "./redemption-row";

/** Vouchers that purchases name, by code: those that there are. */
export type PurchaseVouchers = Map<string, RedemptionRow>;

interface Asked {
  merchantId: number;
  codes: readonly string[];
  /** Held until commit: of two tills with one voucher the second waits, and finds it used. After the members, as everywhere. */
  lock: boolean;
}

export async function purchaseVouchers(
  { sql }: Pick<Tx, "sql">,
  { merchantId, codes, lock }: Asked,
): Promise<PurchaseVouchers> {
  if (codes.length === 0) return new Map();
  const rows = await sql<RedemptionRow[]>`
    select ${redemptionColumns(sql)} from redemption r
    where r.merchant_id = ${merchantId} and r.code = any(${[...codes]}::text[])
    order by r.id ${lock ? sql`for update` : sql``}`;
  return new Map(rows.map((row) => [row.code ?? "", row]));
}

interface Basket {
  codes: readonly string[];
  lines: readonly PaidLine[];
}

/** The vouchers of one purchase, or a refusal that names the one that does not work for it, or a discount that is not theirs. */
export function requireVouchers(
  vouchers: PurchaseVouchers,
  { actor, now }: { actor: Actor; now: Date },
  { codes, lines }: Basket,
): RedemptionRow[] {
  if (codes.length > 0) authorize(actor, "vouchers.use");
  const off: { gives: MoneyOff; quantity: number }[] = [];
  const used = codes.map((code, index) => {
    const path = `vouchers.${index}`;
    const voucher = vouchers.get(code);
    if (!voucher) throw fieldProblem(path, "voucher.unknown");
    if (codes.indexOf(code) < index) throw fieldProblem(path, "repeated");
    refuseEnded(voucher, now, path);
    const { gives, quantity } = voucher;
    if (!isMoneyOff(gives)) throw fieldProblem(path, "voucher.not_money_off");
    off.push({ gives, quantity });
    return voucher;
  });
  const fault = discountFault(off, lines);
  if (fault) throw new Problem("invalid", { fields: [fault] });
  return used;
}

function refuseEnded({ status: stored, expiresAt }: RedemptionRow, now: Date, path: string): void {
  const status = statusAt(
    { status: stored, expiresAt: expiresAt === null ? null : new Date(expiresAt) },
    now,
  );
  if (status === "open") return;
  const code = `voucher_${status}` as const;
  throw new Problem(code, { fields: [{ path, code: `voucher.${status}` }] });
}

/** Adds to a batch that vouchers are used with a purchase, which is their reference. */
export function addVoucherUse(
  batch: LedgerBatch,
  { actor, now }: { actor: Actor; now: Date },
  vouchers: readonly RedemptionRow[],
  purchase: { id: string; externalId: string },
): void {
  for (const voucher of vouchers) {
    batch.addRow("redemption_changes", {
      id: voucher.id,
      expected: "open",
      status: "used",
      fulfilment: "handed-over",
      ended_at: now,
      ended_by: actorName(actor),
      ended_reference: purchase.externalId,
      purchase_id: purchase.id,
    });
    batch.addAudit(
      auditRow(actor, now, {
        action: "voucher.use",
        subject: `redemption:${voucher.id}`,
        after: { member: voucher.member, reward: voucher.reward, reference: purchase.externalId },
      }),
    );
    // Another purchase of the same batch finds it used.
    voucher.status = "used";
  }
}

/**
 * Adds to a batch that what was used with a purchase works again: all of it was given back. What has ended meanwhile works for
 * the days of grace that points have which come back. The buyer is held.
 */
export async function reopenVouchers(
  { batch, program, facts }: Pick<Locked, "batch" | "program" | "facts">,
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  purchaseId: string,
): Promise<void> {
  const rows = await tx.sql<{ id: string; member: string; reward: string }[]>`
    select id, member_id as member, reward from redemption
    where merchant_id = ${actor.merchantId} and purchase_id = ${purchaseId} and status = 'used' order by id for update`;
  if (rows.length === 0) return;
  const zone = facts.merchant.timezone;
  const graceEnd = startOfDay(
    addDays(localDate(now, zone), program.refunds.graceDays + 1),
    zone,
  ).toISOString();
  await tx.sql`
    update redemption set expires_at = ${graceEnd}
    where merchant_id = ${actor.merchantId} and purchase_id = ${purchaseId} and status = 'used' and expires_at <= ${now.toISOString()}`;
  for (const { id, member, reward } of rows) {
    batch.addRow("redemption_changes", { id, expected: "used", status: "open", fulfilment: "ready" });
    batch.addAudit(
      auditRow(actor, now, {
        action: "voucher.reopen",
        subject: `redemption:${id}`,
        after: { member, reward, purchase: purchaseId },
      }),
    );
  }
}
