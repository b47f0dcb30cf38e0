import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { localDate } from "@/lib/kernel/calendar";
import { fieldProblem } from "@/lib/kernel/problems";
import { edit } from "../edit";
import { merchantPlace } from "../enrol";
import { ownProfileSchema } from "../schemas";

const firstBirthday = "1900-01-01";

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
    // Four digits that are being typed are a year of the first century for a moment.
    if (input.birthday && input.birthday < firstBirthday)
      throw fieldProblem("birthday", "year", { year: firstBirthday.slice(0, 4) });
    const { name, phone, birthday, locale } = await edit({ tx, actor, now }, { ...input, id: memberId });
    return { name, phone, birthday, locale };
  },
});
