import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { Problem } from "@/lib/kernel/problems";
import { setPreference } from "../mail-preference";
import { mailPreferenceSchema } from "../schemas";

/** The member says whether they want a kind of mail. */
export const setOwnMailPreference = defineCommand({
  name: "member.set-own-mail-preference",
  permission: "membership.own",
  input: mailPreferenceSchema,
  async run({ actor, input, now, tx }) {
    const { memberId } = ownMembership(actor);
    if (!(await setPreference({ tx, actor, now }, { memberId, ...input }))) throw new Problem("not_found");
    return input;
  },
});
