import { defineQuery } from "@/lib/access/define-query";
import { mayActor, type Permission } from "@/lib/access/permissions";
import { memberIdSchema } from "@/lib/members/schemas";
import { mailsToMembers } from "@/lib/messaging/domain/mail-kinds";
import type { StoryPart } from "../schemas";

/** Which parts of a member's story there is something in: a part that is empty needs no way to it. */
export const memberStoryParts = defineQuery({
  name: "timeline.parts",
  permission: "members.read",
  input: memberIdSchema,
  async run({ actor, input: { id }, database: { sql } }): Promise<StoryPart[]> {
    const { merchantId } = actor;
    const [found] = await sql<Partial<Record<StoryPart, boolean>>[]>`
      select
        exists (select from purchase where merchant_id = ${merchantId} and member_id = ${id} and status = 'recorded') as purchases,
        exists (select from ledger_entry where merchant_id = ${merchantId} and member_id = ${id}) as points,
        exists (select from redemption where merchant_id = ${merchantId} and member_id = ${id}) as rewards,
        exists (select from event_place where merchant_id = ${merchantId} and member_id = ${id}) as events,
        exists (select from activity where merchant_id = ${merchantId} and member_id = ${id}) as activities,
        exists (select from member_tier where merchant_id = ${merchantId} and member_id = ${id}) as tier,
        exists (select from member_note where merchant_id = ${merchantId} and member_id = ${id}) as notes,
        exists (select from consent_event where merchant_id = ${merchantId} and member_id = ${id})
          or exists (select from outbox o join member m on m.merchant_id = ${merchantId} and m.id = ${id} and o.recipient = m.email
            where o.merchant_id = ${merchantId} and o.kind = any(${mailsToMembers}::text[])) as mail,
        exists (select from member_merge where merchant_id = ${merchantId} and (survivor_id = ${id} or merged_id = ${id})) as merges`;
    return (Object.keys(needs) as StoryPart[]).filter(
      (part) => found?.[part] && mayActor(actor, needs[part]),
    );
  },
});

const needs: Record<StoryPart, Permission> = {
  purchases: "purchases.read",
  points: "members.read",
  rewards: "rewards.read",
  events: "events.read",
  activities: "activities.read",
  tier: "members.read",
  notes: "members.note",
  mail: "members.edit",
  merges: "members.merge",
};
