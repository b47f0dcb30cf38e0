import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { shopById } from "@/lib/access/shop";
import { ruleReasons } from "@/lib/earning/domain/explain";
import { text } from "@/lib/kernel/fields";
import { type Locale, locales } from "@/lib/kernel/i18n/locale";
import { foldName } from "@/lib/members/domain/fold-name";
import { programContent } from "@/lib/program/program-content";
import { kindsNamed } from "../kinds-named";
import type { LedgerSearch } from "../ledger-search";
import { type StoryEntry, tellStory } from "../story";
import { readLedger } from "./get-ledger";

export interface MonthTotal {
  /** 2026-11 */
  month: string;
  earned: number;
  /** Paid for rewards and at the till. */
  spent: number;
  /** What came back of that, and of gifts. */
  returned: number;
  /** By returns, and by imports that were undone. */
  takenBack: number;
  expired: number;
  /** To other members, and from them. */
  given: number;
  received: number;
  /** By the shop, either way. */
  corrected: number;
  /** From another card that was put together with this one, either way. */
  merged: number;
}

export interface OwnHistory {
  entries: StoryEntry[];
  /** Of the months that the entries are of, each as a whole. */
  months: MonthTotal[];
  next: number | null;
  /** What was looked for, as far as it can be; absent: everything. */
  search?: string;
}

const longestSearch = 100;

/** Whatever somebody typed, never cut in the middle of a sign. */
const cutToSearch = (typed: string): string =>
  typed
    .trim()
    .slice(0, longestSearch)
    .replace(/[\ud800-\udbff]$/, "");

/** The signed-in customer's own entries, newest first, in words. `before` is the last `seq` seen. */
export const ownHistory = defineQuery({
  name: "points.own-history",
  permission: "membership.own",
  input: z.strictObject({
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(25),
    locale: z.enum(locales),
    search: z.string().transform(cutToSearch).optional(),
  }),
  async run({ actor, input, database }): Promise<OwnHistory> {
    const { memberId, merchantId } = ownMembership(actor);
    const { locale, search, ...page } = input;
    // What nothing can be called, nothing matches: a sign that is not printed, half of one.
    if (search && !text(longestSearch).safeParse(search).success)
      return { entries: [], months: [], next: null, search };
    const { entries: lines, next } = await readLedger(database, merchantId, {
      ...page,
      memberId,
      search: search ? await searchFor(database, merchantId, search, locale) : undefined,
    });
    const [entries, months] = await Promise.all([
      tellStory(database, { merchantId, memberId }, lines, locale),
      monthTotals(
        database,
        { merchantId, memberId },
        { from: lines.at(-1)?.occurredAt, to: lines[0]?.occurredAt },
      ),
    ]);
    return { entries, months, next, ...(search === undefined ? {} : { search }) };
  },
});

async function searchFor(
  database: Database,
  merchantId: number,
  typed: string,
  locale: Locale,
): Promise<LedgerSearch> {
  const folded = foldName(typed);
  const [latest] = await database.sql<{ version: number | null }[]>`
    select max(version) as version from program_version where merchant_id = ${merchantId}`;
  const version = latest?.version ?? null;
  const program = version === null ? null : await programContent(database, merchantId, version);
  const isNamed = ({ name }: { name: string }) => foldName(name).includes(folded);
  const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key);
  const shop = await shopById(database, merchantId);
  const reasons = program ? ruleReasons(program, { ...shop, locale }) : [];
  return {
    text: folded,
    kinds: kindsNamed(typed, locale),
    types: keys((program?.productTypes ?? []).filter(isNamed)),
    activities: keys((program?.activities ?? []).filter(isNamed)),
    rules: keys(reasons.filter(({ reason }) => foldName(reason).includes(folded))),
  };
}

async function monthTotals(
  { sql }: Database,
  { merchantId, memberId }: { merchantId: number; memberId: string },
  { from, to }: { from?: string; to?: string },
): Promise<MonthTotal[]> {
  if (!from || !to) return [];
  // A day of margin on either side: what month an entry is of, its own day says.
  return sql<MonthTotal[]>`
    select to_char(day, 'YYYY-MM') as month,
      coalesce(sum(moved) filter (where kind = 'earn'), 0)::bigint as earned,
      coalesce(-sum(moved) filter (where kind = 'spend'), 0)::bigint as spent,
      coalesce(sum(moved) filter (where kind in ('return', 'gift-back')), 0)::bigint as returned,
      coalesce(-sum(moved) filter (where kind in ('refund', 'undo')), 0)::bigint as "takenBack",
      coalesce(-sum(moved) filter (where kind = 'expire'), 0)::bigint as expired,
      coalesce(-sum(moved) filter (where kind = 'gift-out'), 0)::bigint as given,
      coalesce(sum(moved) filter (where kind = 'gift-in'), 0)::bigint as received,
      coalesce(sum(moved) filter (where kind in ('adjust', 'write-off', 'forfeit')), 0)::bigint as corrected,
      coalesce(sum(moved) filter (where kind in ('merge', 'unmerge')), 0)::bigint as merged
    from (select day, kind, points + pending as moved from ledger_entry
    where merchant_id = ${merchantId} and member_id = ${memberId}
      and day >= date_trunc('month', ${from}::timestamptz - interval '1 day')::date
      and day < (date_trunc('month', ${to}::timestamptz + interval '1 day') + interval '1 month')::date) e
    group by 1 order by 1 desc`;
}
