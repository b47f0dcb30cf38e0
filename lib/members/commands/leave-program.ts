import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { ownMembership } from "@/lib/access/own-membership";
import { erase } from "../erase";

/** A member leaves, alone and for good: what identifies them is removed, what was left of their points is given up. */
export const leaveProgram = defineCommand({
  name: "member.leave",
  permission: "membership.own",
  input: z.strictObject({}),
  run: ({ actor, now, tx }) => erase({ tx, actor, now }, ownMembership(actor).memberId),
});
