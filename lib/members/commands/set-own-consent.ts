import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { consentWording, recordConsent } from "../consents";
import { consentSchema } from "../schemas";

/** The member says yes or no, or takes back what they said. Nothing is overwritten: each answer is kept. */
export const setOwnConsent = defineCommand({
  name: "member.set-own-consent",
  permission: "membership.own",
  input: consentSchema.extend({ locale: z.enum(locales) }),
  async run({ actor, input, now, tx }) {
    const { memberId, merchantId } = ownMembership(actor);
    const { kind, given, locale } = input;
    const { name } = await shopById(tx, merchantId);
    const wording = consentWording(kind, name, locale);
    await recordConsent({ tx, actor, now }, { memberId, kind, given, wording, via: "profile" });
    return { kind, given };
  },
});
