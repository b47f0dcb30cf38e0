import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { id } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { explainEntries } from "../explained-history";
import { getLedger } from "./get-ledger";

/** A member's entries, newest first, each award explained in the reader's words by the rules that gave it. */
export const memberHistory = defineQuery({
  name: "points.history",
  permission: "members.read",
  input: z.strictObject({
    id: id(),
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(30),
    locale: z.enum(locales),
  }),
  async run({ actor, input, now, database }) {
    const { locale, ...page } = input;
    const { entries, next } = await getLedger.execute({ actor, now, database }, page);
    return { entries: await explainEntries(database, actor.merchantId, entries, locale), next };
  },
});
