import type { ExplanationItem } from "@/lib/earning/domain/types";
import type { EntryKind } from "@/lib/points/domain/types";
import { programContent } from "@/lib/program/program-content";
import type { StoryEvent } from "./domain/story";
import { awardOf } from "./purchase-sources";
import { iso, type StorySource } from "./story-source";

interface EntryRow {
  id: string;
  at: string;
  by: string;
  entry: EntryKind;
  points: number;
  pending: number;
  reason: string | null;
  reference: string | null;
  other: string | null;
  told: boolean;
}

/** What moved points by itself; entries of purchases, rewards and merges are told with those, and have no place in its index. */
export const points: StorySource = {
  kind: "points",
  part: null,
  permission: "members.read",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<EntryRow[]>`
      select lpad(e.seq::text, 10, '0') as id, e.occurred_at as at, e.actor as by, e.kind as entry, e.points, e.pending,
        e.reason, e.reference, o.name as other,
        a.id is not null as told
      from ledger_entry e
      left join lateral (
        select coalesce(m.name, m.card_number) as name from (
          select g.from_member_id as giver, g.to_member_id as taker from gift g
            where g.merchant_id = ${merchantId} and g.id = e.gift_id
          union all
          select g.from_member_id, g.to_member_id from gift_offer g
            where g.merchant_id = ${merchantId} and g.id = e.gift_id) g
        join member m on m.merchant_id = ${merchantId} and m.status = 'active'
          and m.id = case when g.giver = ${memberId} then g.taker else g.giver end
        limit 1) o on e.gift_id is not null
      -- Row by row: as an "exists" it would be answered by reading all that the member ever did.
      left join lateral (
        select a.id from activity a where a.merchant_id = ${merchantId} and a.member_id = ${memberId}
          and a.entry_seq = coalesce(e.reverses_seq, e.seq) limit 1) a on true
      where e.merchant_id = ${merchantId} and e.member_id = ${memberId}
        and (e.purchase_id is null or e.kind = 'release') and e.redemption_id is null and e.merge_id is null
        and ${behind(sql`e.occurred_at`, sql`lpad(e.seq::text, 10, '0')`)}
      order by e.occurred_at desc, e.seq desc limit ${limit}`;
    return rows.map(({ id, at, by, told, ...entry }) => ({
      id,
      at: iso(at),
      by,
      event: told ? null : { kind: "points" as const, ...entry },
    }));
  },
};

interface ActivityRow {
  id: string;
  at: string;
  by: string;
  type: string;
  status: Extract<StoryEvent, { kind: "activity" }>["status"];
  counted: boolean;
  points: number;
  reason: string | null;
  version: number;
  items: ExplanationItem[];
}

export const activities: StorySource = {
  kind: "activity",
  part: "activities",
  permission: "activities.read",
  async read(context, { behind, limit }) {
    const { database, merchantId, memberId } = context;
    const { sql } = database;
    const rows = await sql<ActivityRow[]>`
      select a.id, a.occurred_at as at, a.recorded_by as by, a.type, a.status, a.counted, a.points, a.reason,
        a.program_version as version, a.explanation as items
      from activity a
      where a.merchant_id = ${merchantId} and a.member_id = ${memberId} and ${behind(sql`a.occurred_at`, sql`a.id`)}
      order by a.occurred_at desc, a.id desc limit ${limit}`;
    return Promise.all(
      rows.map(async ({ at, by, type, version, items, ...activity }) => {
        const program = await programContent(database, merchantId, version);
        return {
          id: activity.id,
          at: iso(at),
          by,
          event: {
            kind: "activity" as const,
            ...activity,
            name: program.activities.find(({ key }) => key === type)?.name ?? type,
            award: activity.status === "recorded" ? await awardOf(context, version, items) : null,
          },
        };
      }),
    );
  },
};

/** Which tier a member had since when, by the names that tiers have today. */
export const tiers: StorySource = {
  kind: "tier",
  part: "tier",
  permission: "members.read",
  async read({ database: { sql }, merchantId, memberId, tierNames }, { behind, limit }) {
    const rows = await sql<
      { at: string; by: string | null; tier: string | null; reason: string | null; note: string | null }[]
    >`
      select t.since as at, t.actor as by, t.tier, t.reason, t.note from member_tier t
      where t.merchant_id = ${merchantId} and t.member_id = ${memberId} and ${behind(sql`t.since`, sql`''`)}
      order by t.since desc limit ${limit}`;
    // Rules that follow from a purchase have no hand of their own.
    const byPeople = new Set(["edited", "locked", "unlocked", "merged", "unmerged"]);
    return rows.map(({ at, by, tier, ...row }) => ({
      id: "",
      at: iso(at),
      by: byPeople.has(row.reason ?? "") ? by : null,
      event: { kind: "tier" as const, tier: tier && (tierNames.get(tier) ?? tier), ...row },
    }));
  },
};
