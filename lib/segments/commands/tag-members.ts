import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { Problem } from "@/lib/kernel/problems";
import { keepTags } from "@/lib/members/keep-tags";
import { tagMembersSchema } from "../schemas";

const tagsAtMost = 50;

/** Puts a tag on each of the chosen members, or takes it off. */
export const tagMembers = defineCommand({
  name: "members.tag",
  permission: "members.edit",
  input: tagMembersSchema,
  async run({ actor, input, now, tx }): Promise<{ tagged: string[] }> {
    const { merchantId } = actor;
    const { tag, off } = input;
    const members = [...new Set(input.members)].sort();
    const locked = await tx.sql<{ id: string; tags: string[] }[]>`
      select id, tags from member where merchant_id = ${merchantId} and id = any(${members}::uuid[]) and status = 'active'
      order by id for update`;
    if (locked.length < members.length) {
      throw new Problem("member_not_found", { fields: [{ path: "members", code: "member_not_found" }] });
    }
    const changing = locked.filter((member) => member.tags.includes(tag) === off);
    if (!off && changing.some((member) => member.tags.length >= tagsAtMost)) {
      throw new Problem("invalid", {
        fields: [{ path: "tag", code: "too_big.array", params: { maximum: tagsAtMost } }],
      });
    }
    const ids = changing.map((member) => member.id);
    if (ids.length === 0) return { tagged: [] };
    await tx.sql`
      update member set tags = ${off ? tx.sql`array_remove(tags, ${tag})` : tx.sql`array_append(tags, ${tag})`}
      where merchant_id = ${merchantId} and id = any(${ids}::uuid[])`;
    await keepTags(tx.sql, merchantId, ids);
    for (const { id, tags } of changing) {
      const after = off ? tags.filter((one) => one !== tag) : [...tags, tag];
      audit(tx, actor, now, {
        action: "member.edit",
        subject: `member:${id}`,
        before: { tags },
        after: { tags: after },
      });
    }
    return { tagged: ids };
  },
});
