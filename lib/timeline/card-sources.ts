import { iso, type StoryContext, type StorySource } from "./story-source";

/** Cards that became one with this one. Nobody has so many that they would need an order of their own. */
export const merges: StorySource = {
  kind: "merge",
  part: "merges",
  permission: "members.merge",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<{ id: string; at: string; by: string; card: string; parted: boolean }[]>`
      select g.id, g.at, g.actor as by, m.card_number as card, g.undone_at is not null as parted
      from member_merge g join member m on m.merchant_id = ${merchantId} and m.id = g.merged_id
      where g.merchant_id = ${merchantId} and g.survivor_id = ${memberId} and ${behind(sql`g.at`, sql`g.id`)}
      order by g.at desc, g.id desc limit ${limit}`;
    return rows.map(({ at, by, ...merge }) => ({
      id: merge.id,
      at: iso(at),
      by,
      event: { kind: "merge" as const, ...merge },
    }));
  },
};

/** Cards that were parted again: told to both. */
export const partings: StorySource = {
  kind: "parting",
  part: "merges",
  permission: "members.merge",
  async read({ database: { sql }, merchantId, memberId }, { behind, limit }) {
    const rows = await sql<{ id: string; at: string; by: string | null; card: string }[]>`
      select g.id, g.undone_at as at, g.undone_by as by, m.card_number as card
      from (
        select id, undone_at, undone_by, merged_id as other from member_merge
        where merchant_id = ${merchantId} and survivor_id = ${memberId}
        union all
        select id, undone_at, undone_by, survivor_id from member_merge
        where merchant_id = ${merchantId} and merged_id = ${memberId}) g
      join member m on m.merchant_id = ${merchantId} and m.id = g.other
      where g.undone_at is not null and ${behind(sql`g.undone_at`, sql`g.id`)}
      order by g.undone_at desc, g.id desc limit ${limit}`;
    return rows.map(({ id, at, by, card }) => ({
      id,
      at: iso(at),
      by,
      event: { kind: "parting" as const, card },
    }));
  },
};

/** Where every story begins. */
export const joining: StorySource = {
  kind: "joined",
  part: null,
  permission: "members.read",
  async read({ database: { sql }, merchantId, memberId }: StoryContext, { behind, limit }) {
    const rows = await sql<{ id: string; at: string; via: string }[]>`
      select m.id, m.enrolled_at as at, m.enrolled_via as via from member m
      where m.merchant_id = ${merchantId} and m.id = ${memberId} and ${behind(sql`m.enrolled_at`, sql`m.id`)}
      limit ${limit}`;
    return rows.map(({ id, at, via }) => ({
      id,
      at: iso(at),
      by: null,
      event: { kind: "joined" as const, via },
    }));
  },
};
