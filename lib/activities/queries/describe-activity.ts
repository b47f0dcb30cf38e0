import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { activitySentence } from "../domain/activity-sentence";
import { activityTypeSchema } from "../schemas";

/** An activity as a sentence while it is being written. */
export const describeActivity = defineQuery({
  name: "activity.describe",
  permission: "program.edit",
  input: z.strictObject({ type: activityTypeSchema, locale: z.enum(locales) }),
  async run({ input }) {
    return { sentence: activitySentence(input.type, input.locale, { whole: true }) };
  },
});
