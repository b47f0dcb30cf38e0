import { defineCommand } from "@/lib/access/define-command";
import { edit } from "../edit";
import { memberEditSchema } from "../schemas";
import { wrongPhone } from "../wrong-phone";

/** Changes what is given of a member; null removes it. */
export const editMember = defineCommand({
  name: "member.edit",
  permission: "members.edit",
  input: memberEditSchema,
  alsoWrong: wrongPhone,
  run: ({ input, ...context }) => edit(context, input),
});
