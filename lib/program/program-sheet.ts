import type { Database } from "@/db/client";
import { shopById } from "@/lib/access/shop";
import { activitySentence } from "@/lib/activities/domain/activity-sentence";
import { ruleSentence } from "@/lib/earning/domain/rule-sentence";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { rewardConditions } from "@/lib/rewards/domain/reward-conditions";
import { programContent } from "./program-content";
import type { Program } from "./schemas";

interface Said {
  key: string;
  sentence: string;
}

/** The published program with everything that it does in words. */
export interface ProgramSheet {
  version: number;
  effectiveFrom: Date;
  content: Program;
  /** Each rule as a sentence, in the program's order. */
  rules: Said[];
  activities: Said[];
  /** On what conditions its rewards are had; those without any are left out. */
  conditions: Said[];
}

/**
 * Made from the published document at each look, so it is never out of date; null when nothing is published. `version`: as
 * it was by an earlier one that has held.
 */
export async function programSheet(
  database: Database,
  { merchantId, now, locale, version }: { merchantId: number; now: Date; locale: Locale; version?: number },
): Promise<ProgramSheet | null> {
  const [[latest], shop] = await Promise.all([
    database.sql<{ version: number; effectiveFrom: string; publishedAt: string }[]>`
      select version, effective_from as "effectiveFrom", published_at as "publishedAt" from program_version
      where merchant_id = ${merchantId} and effective_from <= ${now.toISOString()}
        and (${version ?? null}::int is null or version = ${version ?? null})
      order by effective_from desc, version desc limit 1`,
    shopById(database, merchantId),
  ]);
  if (!latest) return null;
  const reader = { ...shop, locale };
  const content = await programContent(database, merchantId, latest.version);
  // The first version is in force since ever: what people want to know is since when it says what it says.
  const from = Date.parse(latest.effectiveFrom);
  return {
    version: latest.version,
    effectiveFrom: new Date(from > 0 ? from : latest.publishedAt),
    content,
    rules: content.earning.rules.map((rule) => ({
      key: rule.key,
      sentence: ruleSentence(rule, content, reader),
    })),
    activities: content.activities.map((type) => ({
      key: type.key,
      sentence: activitySentence(type, reader),
    })),
    conditions: content.rewards.flatMap((reward) => {
      const sentence = rewardConditions(reward, { ...content, locale, currency: shop.currency });
      return sentence === null ? [] : [{ key: reward.key, sentence }];
    }),
  };
}
