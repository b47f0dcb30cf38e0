import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { cursorOf, pageLimit, writeCursor } from "@/lib/kernel/cursor";
import { alikeIn, hasLikeness, type Likeness, likenesses, likenessKey, notApart } from "../likeness";
import { type MemberRow, type MemberView, memberColumns, toMemberView } from "../member-view";

export interface SimilarPair {
  one: MemberView;
  other: MemberView;
  alike: Likeness[];
}

/** Members looked through for one page: what they have alike is next to each other in an index, and not more is read of it. */
const reach = 10_000;
/** Of so many with the same key at most: what a hundred share is no sign of one person. */
const groupAtMost = 10;

const list = "pairs";
const placeSchema = z.strictObject({
  how: z.enum(likenesses),
  /** What the last pair has alike, as text; empty at the beginning. */
  key: z.array(z.string().max(400)).max(2),
  /** The last pair, or null: everybody of `key` is still to come. */
  pair: z.tuple([z.uuid(), z.uuid()]).nullable(),
  /** All of `key` are looked at. */
  past: z.boolean(),
});
type Place = z.output<typeof placeSchema>;
const placeText = z.string().transform((text, context) => {
  try {
    return placeSchema.parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "cursor" });
    return z.NEVER;
  }
});

interface Found {
  one: string;
  other: string;
  key: string[];
  alike: Likeness[];
}

/**
 * Members of the whole shop who may be the same person, two by two. A page may be short and still have a next: then it has
 * looked through as many members as it may.
 */
export const similarPairs = defineQuery({
  name: "members.similar-pairs",
  permission: "members.merge",
  input: z.strictObject({ cursor: cursorOf(list, placeText).optional(), limit: pageLimit().default(20) }),
  async run({ actor, input, database: { sql } }): Promise<{ pairs: SimilarPair[]; next: string | null }> {
    const { merchantId } = actor;
    const found: Found[] = [];
    let place: Place | null = input.cursor ?? startOf(likenesses[0]);
    for (let left = reach; place && left > 0 && found.length < input.limit; ) {
      const step = await look(sql, merchantId, place, { reach: left, limit: input.limit - found.length });
      found.push(...step.found);
      left -= step.looked;
      place = step.next;
    }
    const ids = found.flatMap(({ one, other }) => [one, other]);
    const rows = await sql<MemberRow[]>`
      select ${memberColumns(sql)} from member m
      where m.merchant_id = ${merchantId} and m.id = any(${ids}::uuid[]) and m.status = 'active'`;
    const views = new Map(rows.map((row) => [row.id, toMemberView(row)]));
    const pairs = found.flatMap(({ one, other, alike }) => {
      const [a, b] = [views.get(one), views.get(other)];
      return a && b ? [{ one: a, other: b, alike }] : [];
    });
    return { pairs, next: place && writeCursor(list, JSON.stringify(place)) };
  },
});

const startOf = (how: Likeness): Place => ({ how, key: [], pair: null, past: false });

/** One stretch of one index. A pair that is alike in a surer way was found there already. */
async function look(
  sql: Sql,
  merchantId: number,
  { how, key, pair, past }: Place,
  { reach: most, limit }: { reach: number; limit: number },
): Promise<{ found: Found[]; looked: number; next: Place | null }> {
  const { first, second } = likenessKey(sql, how, "m");
  const columns = second ? sql`${first}, ${second}` : first;
  const sign = past ? sql`>` : sql`>=`;
  const from =
    key.length === 0
      ? sql`true`
      : second
        ? sql`(${columns}) ${sign} (${key[0] ?? ""}, ${key[1] ?? ""}::date)`
        : sql`${first} ${sign} ${key[0] ?? ""}`;
  const walked = sql`
    select m.id, ${first} as k1, ${second ?? sql`null::date`} as k2 from member m
    where m.merchant_id = ${merchantId} and m.status = 'active' and ${hasLikeness(sql, how, "m")} and ${from}
    order by ${columns} limit ${most}`;
  const [edge] = await sql<{ looked: number; groups: number; k1: string | null; k2: string | null }[]>`
    select count(*)::int as looked, count(distinct (k1, k2))::int as groups,
      (array_agg(k1 order by k1 desc, k2 desc))[1] as k1, (array_agg(k2 order by k1 desc, k2 desc))[1]::text as k2
    from (${walked}) w`;
  const looked = edge?.looked ?? 0;
  const isCut = looked === most;
  const end = edge?.k1 == null ? [] : edge.k2 === null ? [edge.k1] : [edge.k1, edge.k2];
  // The last key's others may lie behind the stretch: they are looked at together, in the next one.
  const isWhole = isCut && (edge?.groups ?? 0) > 1;
  const within = isWhole
    ? sql`and (k1, coalesce(k2, '-infinity')) < (${end[0] ?? ""}, ${end[1] ?? "-infinity"}::date)`
    : sql``;
  const after = pair
    ? sql`and ((g.k1, coalesce(g.k2, '-infinity')) > (${key[0] ?? ""}, ${key[1] ?? "-infinity"}::date) or (g.id, h.id) > (${pair[0]}, ${pair[1]}))`
    : sql``;
  const surer = likenesses.slice(0, likenesses.indexOf(how));
  const known =
    surer.length > 0 ? surer.map((one) => sql`and ${alikeIn(sql, one, "a", "b")} is not true`) : sql``;
  const ways = likenesses.map((one) => sql`case when ${alikeIn(sql, one, "a", "b")} then ${one}::text end`);
  const rows = await sql<Found[]>`
    with w as (${walked}), g as (
      select id, k1, k2, row_number() over (partition by k1, k2 order by id) as n, count(*) over (partition by k1, k2) as many
      from w where true ${within})
    select g.id as one, h.id as other, array_remove(array[g.k1, g.k2::text], null) as key,
      array_remove(array[${ways[0] ?? sql`null`}, ${ways[1] ?? sql`null`}, ${ways[2] ?? sql`null`}], null) as alike
    from g join g h on h.k1 = g.k1 and h.k2 is not distinct from g.k2 and h.id > g.id and h.n <= ${groupAtMost}
    join member a on a.merchant_id = ${merchantId} and a.id = g.id
    join member b on b.merchant_id = ${merchantId} and b.id = h.id
    where g.many > 1 and g.n <= ${groupAtMost} ${after} and ${notApart(sql, merchantId, sql`g.id`, sql`h.id`)}
      ${known}
    order by g.k1, g.k2, g.id, h.id limit ${limit + 1}`;
  const found = rows.slice(0, limit);
  const last = found.at(-1);
  if (rows.length > limit && last)
    return { found, looked, next: { how, key: last.key, pair: [last.one, last.other], past: false } };
  if (isCut) return { found, looked, next: { how, key: end, pair: null, past: !isWhole } };
  const further = likenesses[likenesses.indexOf(how) + 1];
  return { found, looked: Math.max(looked, 1), next: further ? startOf(further) : null };
}
