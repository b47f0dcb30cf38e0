import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { ruleSentence } from "@/lib/earning/domain/rule-sentence";
import { locales } from "@/lib/kernel/i18n/locale";
import { programContent } from "../program-content";
import type { Program } from "../schemas";

interface RulesInWords {
  /** Each rule of the published version as a sentence, in the program's order. */
  sentences: { key: string; sentence: string }[];
  expiry: Program["expiry"];
  tiers: Program["tiers"];
  pointValue: Program["pointValue"];
  caps: Program["earning"]["caps"];
  publishedAt: Date;
}

/** The published rules in words, for the customer: a shop that has published nothing has none. */
export const rulesInWords = defineQuery({
  name: "program.rules-in-words",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, database }): Promise<RulesInWords | null> {
    const { merchantId } = actor;
    const shop = await shopById(database, merchantId);
    const [latest] = await database.sql<{ version: number; publishedAt: string }[]>`
      select version, published_at as "publishedAt" from program_version
      where merchant_id = ${merchantId} order by version desc limit 1`;
    if (!latest) return null;
    const program = await programContent(database, merchantId, latest.version);
    return {
      sentences: program.earning.rules.map((rule) => ({
        key: rule.key,
        sentence: ruleSentence(rule, program, input.locale, shop.currency),
      })),
      expiry: program.expiry,
      tiers: program.tiers,
      pointValue: program.pointValue,
      caps: program.earning.caps,
      publishedAt: new Date(latest.publishedAt),
    };
  },
});
