import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { publishedProgram } from "@/lib/program/published-program";
import { rewardConditions } from "../domain/reward-conditions";
import { type HeldVoucher, memberVouchers } from "../member-vouchers";

interface OwnVoucher extends HeldVoucher {
  /** On what it works, in words; null: whenever it is shown. */
  conditions: string | null;
}

/** The signed-in customer's vouchers. */
export const listOwnVouchers = defineQuery({
  name: "vouchers.list-own",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input: { locale }, now, database }) {
    const { merchantId, memberId } = ownMembership(actor);
    const [{ open, ended }, program, { currency }] = await Promise.all([
      memberVouchers(database, { merchantId, memberId, now }),
      publishedProgram(database, merchantId, now),
      shopById(database, merchantId),
    ]);
    // What it gives is as it was taken; what product types are called, as they are called now.
    const { productTypes, tiers } = program ?? { productTypes: [], tiers: [] };
    const tell = ({ gives }: HeldVoucher) =>
      rewardConditions({ gives }, { locale, currency, productTypes, tiers });
    const told = (voucher: HeldVoucher): OwnVoucher => ({ ...voucher, conditions: tell(voucher) });
    return { open: open.map(told), ended: ended.map(told) };
  },
});
