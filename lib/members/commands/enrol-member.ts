import { defineCommand } from "@/lib/access/define-command";
import { enrol } from "../enrol";
import type { MemberDetail } from "../member-view";
import { enrolmentSchema } from "../schemas";
import { wrongPhone } from "../wrong-phone";

/** Enrols a member: by staff or by API. */
export const enrolMember = defineCommand({
  name: "member.enrol",
  permission: "members.enrol",
  input: enrolmentSchema,
  alsoWrong: wrongPhone,
  async run({ actor, input, now, tx }): Promise<MemberDetail> {
    const via = actor.transport === "web" ? "staff" : actor.transport;
    const member = await enrol({ tx, actor, now }, input, { via });
    return { ...member, debt: 0, arriving: null, expiring: null };
  },
});
