import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
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
  spent: number;
  takenBack: number;
}

export interface OwnHistory {
  entries: StoryEntry[];
  /** Of the months that the entries are of, each as a whole. */
  months: MonthTotal[];
  next: number | null;
}

/** The signed-in customer's own entries, newest first, in words. `before` is the last `seq` seen. */
export const ownHistory = defineQuery({
  name: "points.own-history",
  permission: "membership.own",
  input: z.strictObject({
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(25),
    locale: z.enum(locales),
    search: text(100).optional(),
  }),
  async run({ actor, input, database }): Promise<OwnHistory> {
    const { memberId, merchantId } = ownMembership(actor);
    const { locale, search, ...page } = input;
    const { entries: lines, next } = await readLedger(database, merchantId, {
      ...page,
      memberId,
      search: search === undefined ? undefined : await searchFor(database, merchantId, search, locale),
    });
    const [entries, months] = await Promise.all([
      tellStory(database, { merchantId, memberId }, lines, locale),
      monthTotals(
        database,
        { merchantId, memberId },
        { from: lines.at(-1)?.occurredAt, to: lines[0]?.occurredAt },
      ),
    ]);
    return { entries, months, next };
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
  const types = (program?.productTypes ?? []).filter(({ name }) => foldName(name).includes(folded));
  return { text: folded, kinds: kindsNamed(typed, locale), types: types.map(({ key }) => key) };
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
      coalesce(sum(points + pending) filter (where kind = 'earn'), 0)::bigint as earned,
      coalesce(-sum(points) filter (where kind in ('spend', 'return')), 0)::bigint as spent,
      coalesce(-sum(points + pending) filter (where kind = 'refund'), 0)::bigint as "takenBack"
    from ledger_entry where merchant_id = ${merchantId} and member_id = ${memberId}
      and day >= date_trunc('month', ${from}::timestamptz - interval '1 day')::date
      and day < (date_trunc('month', ${to}::timestamptz + interval '1 day') + interval '1 month')::date
    group by 1 order by 1 desc`;
}
