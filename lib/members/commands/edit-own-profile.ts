import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { edit } from "../edit";
import { ownProfileSchema } from "../schemas";
import { wrongPhone } from "../wrong-phone";

/** A member's own name, phone, birthday and language. */
export const editOwnProfile = defineCommand({
  name: "member.edit-own-profile",
  permission: "membership.own",
  input: ownProfileSchema,
  alsoWrong: wrongPhone,
  async run({ actor, input, now, tx }) {
    const { memberId } = ownMembership(actor);
    const { name, phone, birthday, locale } = await edit({ tx, actor, now }, { ...input, id: memberId });
    return { name, phone, birthday, locale };
  },
});
