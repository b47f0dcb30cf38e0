import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { locales } from "@/lib/kernel/i18n/locale";
import { activitySentence } from "../domain/activity-sentence";
import { activityTypeSchema } from "../schemas";

/** An activity as a sentence while it is being written. */
export const describeActivity = defineQuery({
  name: "activity.describe",
  permission: "program.edit",
  input: z.strictObject({ type: activityTypeSchema, locale: z.enum(locales) }),
  async run({ actor, input, database }) {
    const shop = await shopById(database, actor.merchantId);
    const reader = { ...shop, locale: input.locale };
    return { sentence: activitySentence(input.type, reader, { whole: true }) };
  },
});
