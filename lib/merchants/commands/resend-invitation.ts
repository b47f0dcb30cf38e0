import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { shopById } from "@/lib/access/shop";
import { Problem } from "@/lib/kernel/problems";
import { mailInvitation } from "../mail-invitation";
import { staffRefSchema } from "../schemas";

/** Sends the link again to somebody who has not set a password yet. */
export const resendInvitation = defineCommand({
  name: "team.resend-invitation",
  permission: "team.manage",
  input: staffRefSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const [person] = await tx.sql<{ email: string; locale: string | null }[]>`
      select a.email, a.locale from staff s join account a on a.id = s.account_id
      where s.merchant_id = ${merchantId} and s.account_id = ${input.accountId} and s.active and a.password_hash is null`;
    if (!person) throw new Problem("not_found");
    const shop = await shopById(tx, merchantId);
    await mailInvitation(tx, { shop, ...person, hasPassword: false, now });
    audit(tx, actor, now, { action: "team.resend-invitation", subject: `staff:${input.accountId}` });
    return {};
  },
});
