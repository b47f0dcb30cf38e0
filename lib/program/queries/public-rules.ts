import type { Database } from "@/db/client";
import { ruleSentence } from "@/lib/earning/domain/rule-sentence";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { programContent } from "../program-content";
import type { Program } from "../schemas";

export interface PublicRules {
  /** Each rule of the published version as a sentence, in the program's order. */
  sentences: { key: string; sentence: string }[];
  expiry: Program["expiry"];
  pointValue: Program["pointValue"];
  caps: Program["earning"]["caps"];
  publishedAt: Date;
}

/** The published rules in words, for anybody: a shop that has published nothing has none. */
export async function publicRules(
  database: Database,
  shop: { id: number; currency: string },
  locale: Locale,
): Promise<PublicRules | null> {
  const [latest] = await database.sql<{ version: number; publishedAt: string }[]>`
    select version, published_at as "publishedAt" from program_version
    where merchant_id = ${shop.id} order by version desc limit 1`;
  if (!latest) return null;
  const program = await programContent(database, shop.id, latest.version);
  return {
    sentences: program.earning.rules.map((rule) => ({
      key: rule.key,
      sentence: ruleSentence(rule, program, locale, shop.currency),
    })),
    expiry: program.expiry,
    pointValue: program.pointValue,
    caps: program.earning.caps,
    publishedAt: new Date(latest.publishedAt),
  };
}
