import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { recordActivityOf } from "../record-activity";
import { ownActivitySchema } from "../schemas";

/** What a member says on the card that they did, now. */
export const reportActivity = defineCommand({
  name: "activity.report",
  permission: "membership.own",
  input: ownActivitySchema,
  async run(context) {
    const { actor, input, now } = context;
    if (actor.kind !== "member") throw new Problem("forbidden");
    return recordActivityOf(
      context,
      {
        externalId: `card:${actor.memberId}:${input.externalId}`,
        member: { id: actor.memberId },
        type: input.type,
        occurredAt: now,
        data: input.answer === undefined ? undefined : { answer: input.answer },
      },
      "card",
    );
  },
});
