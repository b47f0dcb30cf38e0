import type { Database, Tx } from "@/db/client";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { programContent } from "@/lib/program/program-content";
import { type Progress, projectTier } from "./domain/project-tier";
import { type TierInWords, tierInWords } from "./domain/tier-words";
import type { Counts } from "./domain/types";
import { readStored, type StandingRow, standingColumns } from "./stored-standings";
import { tierRulesOf } from "./tier-rules-of";

/** Where a member stands, as plain data and in words. Days are the shop's. */
export interface TierNow {
  tier: { key: string; name: string; benefits: string[] } | null;
  since: string | null;
  until: string | null;
  grace: string | null;
  locked: string | null;
  counted: Counts;
  keep: Progress | null;
  next: (Progress & { name: string }) | null;
  says: TierInWords;
}

interface Asked {
  merchantId: number;
  memberId: string;
  now: Date;
}

/** A member's tier as of `now`: what has lapsed is not told although no job has run. Null: there is no such member. */
export async function tierNow(
  source: Pick<Database | Tx, "sql">,
  { locale, who, ...asked }: Asked & { locale: Locale; who?: string },
): Promise<TierNow | null> {
  const found = await project(source, asked);
  if (!found) return null;
  if (!found.projection) return nobody;
  const { projection, tiers, currency } = found;
  const { since, until, grace, lock, counted, keep, next } = projection;
  const known = tiers.find(({ key }) => key === projection.tier);
  return {
    tier: known ? { key: known.key, name: known.name, benefits: known.benefits ?? [] } : null,
    since: since?.toISOString() ?? null,
    until,
    grace,
    locked: lock,
    counted,
    keep,
    next: next && { ...next, name: tiers.find(({ key }) => key === next.tier)?.name ?? next.tier },
    says: tierInWords(projection, { locale, currency, who, tiers }),
  };
}

/** The key of a member's tier as of `now`; null where they have none. */
export const tierKeyNow = async (source: Pick<Database | Tx, "sql">, asked: Asked): Promise<string | null> =>
  (await project(source, asked))?.projection?.tier ?? null;

async function project(source: Pick<Database | Tx, "sql">, { merchantId, memberId, now }: Asked) {
  const [[row], [shop]] = await Promise.all([
    source.sql<StandingRow[]>`
      select ${standingColumns(source.sql)} from member m
      where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active'`,
    source.sql<{ zone: string; currency: string; version: number | null }[]>`
      select timezone as zone, currency, (select max(p.version) from program_version p
        where p.merchant_id = ${merchantId}) as version
      from merchant where id = ${merchantId}`,
  ]);
  if (!row || !shop) return null;
  const { currency, zone } = shop;
  if (shop.version === null) return { projection: null, tiers: [], currency };
  const { tiers } = await programContent(source, merchantId, shop.version);
  const rules = await tierRulesOf(source, merchantId, shop.version);
  const { now: standing, enrolledAt } = readStored(row);
  return { projection: projectTier(standing, now, rules, { zone, enrolledAt }), tiers, currency };
}

const nobody: TierNow = {
  tier: null,
  since: null,
  until: null,
  grace: null,
  locked: null,
  counted: { spend: 0, points: 0, visits: 0, activities: 0 },
  keep: null,
  next: null,
  says: { headline: null, standing: null, keep: null, next: null, afterVisit: null, counted: null },
};
