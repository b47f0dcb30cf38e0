import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { ruleSentence } from "@/lib/earning/domain/rule-sentence";
import { locales } from "@/lib/kernel/i18n/locale";
import { programSchema, ruleSchema } from "../schemas";

const { productTypes, tiers } = programSchema.shape;

/** A rule as a sentence while it is being written. */
export const describeRule = defineQuery({
  name: "program.describe-rule",
  permission: "program.edit",
  input: z.strictObject({ rule: ruleSchema, productTypes, tiers, locale: z.enum(locales) }),
  async run({ actor, input, database }) {
    const shop = await shopById(database, actor.merchantId);
    return { sentence: ruleSentence(input.rule, input, { ...shop, locale: input.locale }) };
  },
});
