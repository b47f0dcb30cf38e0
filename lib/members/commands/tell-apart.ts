import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { tellApartSchema } from "../schemas";

/** Says that two who look like one person are two, so that nobody is asked about them again; or takes that back. */
export const tellApart = defineCommand({
  name: "member.tell-apart",
  permission: "members.merge",
  input: tellApartSchema,
  async run({ actor, input, now, tx }): Promise<{ apart: boolean }> {
    const { merchantId } = actor;
    const [one = "", other = ""] = [input.one, input.other].sort();
    if (one === other)
      throw new Problem("merge_with_self", { fields: [{ path: "other", code: "merge_with_self" }] });
    // Held, so that nobody is erased between being seen and being told apart.
    const known = await tx.sql`
      select id from member where merchant_id = ${merchantId} and id in (${one}, ${other}) and status = 'active'
      order by id for share`;
    if (known.length < 2) throw new Problem("not_found");
    const { count } = input.apart
      ? await tx.sql`
          insert into member_apart (merchant_id, one_id, other_id, said_by, said_at)
          values (${merchantId}, ${one}, ${other}, ${actorName(actor)}, ${now.toISOString()}) on conflict do nothing`
      : await tx.sql`
          delete from member_apart where merchant_id = ${merchantId} and one_id = ${one} and other_id = ${other}`;
    if (count > 0) {
      const action = input.apart ? "member.tell-apart" : "member.tell-apart-undo";
      audit(tx, actor, now, { action, subject: `member:${one}`, after: { other } });
      audit(tx, actor, now, { action, subject: `member:${other}`, after: { other: one } });
    }
    return { apart: input.apart };
  },
});
