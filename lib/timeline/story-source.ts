import type { Database, Sql } from "@/db/client";
import type { Permission } from "@/lib/access/permissions";
import type { Shop } from "@/lib/access/shop";
import type { Locale } from "@/lib/kernel/i18n/locale";
import type { Moment, ReadKind } from "./domain/story";
import { type StoryKind, type StoryPart, type StoryPlace, storyKinds } from "./schemas";

export interface StoryContext {
  database: Database;
  merchantId: number;
  memberId: string;
  shop: Shop;
  locale: Locale;
  now: Date;
  /** Of the version in force, by key. */
  tierNames: ReadonlyMap<string, string>;
  /** How the reader is called where it says who did something. */
  reader: string;
}

type Fragment = ReturnType<Sql>;

interface Page {
  /** A condition: behind where the last page ended, by these columns. Their descending order is that of the index. */
  behind(at: Fragment, id: Fragment): Fragment;
  limit: number;
}

/** One kind of what happened to a member, read newest first by an index of its own. */
export interface StorySource {
  kind: StoryKind;
  part: StoryPart | null;
  permission: Permission;
  read(context: StoryContext, page: Page): Promise<Moment[]>;
}

export async function readSource(
  source: StorySource,
  context: StoryContext,
  { place, limit }: { place: StoryPlace | null; limit: number },
): Promise<ReadKind> {
  const { sql } = context.database;
  const moments = await source.read(context, {
    behind: (at, id) => behind(sql, source.kind, place, { at, id }),
    limit: limit + 1,
  });
  return { kind: source.kind, moments: moments.slice(0, limit), more: moments.length > limit };
}

function behind(
  sql: Sql,
  kind: StoryKind,
  place: StoryPlace | null,
  { at, id }: { at: Fragment; id: Fragment },
): Fragment {
  if (!place) return sql`true`;
  const order = storyKinds.indexOf(kind) - storyKinds.indexOf(place.kind);
  if (order > 0) return sql`${at} < ${place.at}`;
  if (order < 0) return sql`${at} <= ${place.at}`;
  return sql`${at} <= ${place.at} and (${at} < ${place.at} or ${id}::text collate "C" < ${place.id})`;
}

/** Instants as the database writes them. */
export const iso = (instant: string): string => new Date(instant).toISOString();
