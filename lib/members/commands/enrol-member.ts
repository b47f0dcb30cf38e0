import { defineCommand } from "@/lib/access/define-command";
import { enrol } from "../enrol";
import { enrolmentSchema } from "../schemas";

/** Enrols a member: by the customer, by staff or by API. */
export const enrolMember = defineCommand({
  name: "member.enrol",
  permission: "members.enrol",
  input: enrolmentSchema,
  run: ({ actor, input, now, tx }) => enrol({ tx, actor, now }, input, { via: actor.transport === "web" ? "staff" : actor.transport }),
});
