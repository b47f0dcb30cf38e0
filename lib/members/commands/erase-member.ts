import { defineCommand } from "@/lib/access/define-command";
import { erase } from "../erase";
import { memberIdSchema } from "../schemas";

/** Removes what identifies a member, for good. */
export const eraseMember = defineCommand({
  name: "member.erase",
  permission: "members.erase",
  input: memberIdSchema,
  run: ({ input, ...context }) => erase(context, input.id),
});
