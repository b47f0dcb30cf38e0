import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { releasePlace } from "../release-place";
import { placeSchema } from "../schemas";

/** The signed-in customer gives their place back. */
export const releaseOwnPlace = defineCommand({
  name: "event.release-own",
  permission: "membership.own",
  input: placeSchema,
  async run({ input, ...context }) {
    const { actor } = context;
    if (actor.kind !== "member") throw new Problem("forbidden");
    return releasePlace(context, input, actor.memberId);
  },
});
