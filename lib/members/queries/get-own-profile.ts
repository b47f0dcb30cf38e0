import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { Problem } from "@/lib/kernel/problems";
import { mailPreferences } from "@/lib/messaging/mail-preference";
import { consentHistory, holdingConsents } from "../consents";
import { type ConsentKind, consentKinds } from "../schemas";

interface ProfileRow {
  name: string | null;
  email: string | null;
  phone: string | null;
  birthday: string | null;
  locale: "en" | "tr" | null;
  enrolledAt: string;
}

/** What the signed-in customer's profile shows: who they are to the shop, what they agreed to, now and before, and which mail they want. */
export const getOwnProfile = defineQuery({
  name: "members.own-profile",
  permission: "membership.own",
  input: z.strictObject({}),
  async run({ actor, database }) {
    const { memberId, merchantId } = ownMembership(actor);
    const [rows, holding, history, mail] = await Promise.all([
      database.sql<ProfileRow[]>`
        select name, email, phone, birthday, locale, enrolled_at as "enrolledAt" from member
        where merchant_id = ${merchantId} and id = ${memberId} and status = 'active'`,
      holdingConsents(database, merchantId, memberId),
      consentHistory(database, merchantId, memberId),
      mailPreferences(database, { merchantId, memberId }),
    ]);
    const [row] = rows;
    if (!row) throw new Problem("not_found");
    return {
      ...row,
      enrolledAt: new Date(row.enrolledAt).toISOString(),
      consents: consentKinds.map((kind: ConsentKind) => ({ kind, given: holding.has(kind) })),
      consentHistory: history,
      mail,
    };
  },
});
