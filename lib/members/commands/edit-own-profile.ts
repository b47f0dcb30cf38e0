import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { localDate } from "@/lib/kernel/calendar";
import { fieldProblem } from "@/lib/kernel/problems";
import { edit } from "../edit";
import { merchantPlace } from "../enrol";
import { ownProfileSchema } from "../schemas";

/** A member's own name, phone, birthday and language. */
export const editOwnProfile = defineCommand({
  name: "member.edit-own-profile",
  permission: "membership.own",
  input: ownProfileSchema,
  async run({ actor, input, now, tx }) {
    const { memberId, merchantId } = ownMembership(actor);
    const { timezone } = await merchantPlace(tx, merchantId);
    if (input.birthday && input.birthday > localDate(now, timezone))
      throw fieldProblem("birthday", "in_future");
    const { name, phone, birthday, locale } = await edit({ tx, actor, now }, { ...input, id: memberId });
    return { name, phone, birthday, locale };
  },
});
