import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";

interface Running {
  id: string;
  policy: string;
  notBefore: string;
  reason: string;
  requestedBy: string;
  after: string | null;
}

const first = "00000000-0000-0000-0000-000000000000";

/**
 * One round of what `applyExpiry` asked for: the next members in the order of their ids, in one short transaction. Where it
 * was is kept with it, so that a worker that was killed goes on there. A second worker finds it taken and leaves it.
 */
export const changeExpiry = defineCommand({
  name: "points.change-expiry",
  permission: "points.run-due",
  input: z.strictObject({ limit: z.int().min(1).max(5000).default(250) }),
  async run({ actor, input, now, tx }): Promise<{ more: boolean; changed: number }> {
    const { merchantId } = actor;
    const { sql } = tx;
    const at = now.toISOString();
    const [change] = await sql<Running[]>`
      select id, policy::text as policy, not_before as "notBefore", reason, requested_by as "requestedBy", after_member as after
      from expiry_change where merchant_id = ${merchantId} and status = 'running' for update skip locked`;
    if (!change) return { more: false, changed: 0 };
    const members = await sql<{ id: string }[]>`
      select id from member where merchant_id = ${merchantId} and id > ${change.after ?? first} and status = 'active'
        and lot_no > 0 order by id limit ${input.limit}`;
    const last = members.at(-1)?.id;
    if (!last) {
      await sql`
        update expiry_change set status = 'done', finished_at = ${at}
        where merchant_id = ${merchantId} and id = ${change.id}`;
      return { more: false, changed: 0 };
    }
    const [done] = await sql<{ members: number; lots: number; points: number }[]>`
      select * from change_expiry(${merchantId}, ${change.policy}::text::jsonb, ${change.notBefore}::timestamptz,
        ${members.map(({ id }) => id)}::uuid[], ${at}, ${change.requestedBy}, ${change.reason})`;
    if (!done) throw new Error("change_expiry returned nothing");
    await sql`
      update expiry_change set after_member = ${last}, members = members + ${done.members}, lots = lots + ${done.lots},
        points = points + ${done.points}
      where merchant_id = ${merchantId} and id = ${change.id}`;
    return { more: true, changed: done.members };
  },
});
