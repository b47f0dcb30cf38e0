import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { locales } from "@/lib/kernel/i18n/locale";
import { Problem } from "@/lib/kernel/problems";
import { explainEntries } from "../explained-history";
import { readLedger } from "./get-ledger";

/** The signed-in customer's own entries, newest first, in words. `before` is the last `seq` seen. */
export const ownHistory = defineQuery({
  name: "points.own-history",
  permission: "membership.own",
  input: z.strictObject({
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(25),
    locale: z.enum(locales),
  }),
  async run({ actor, input, database }) {
    if (actor.kind !== "member") throw new Problem("forbidden");
    const { locale, ...page } = input;
    const { entries, next } = await readLedger(database, actor.merchantId, {
      ...page,
      memberId: actor.memberId,
    });
    return { entries: await explainEntries(database, actor.merchantId, entries, locale), next };
  },
});
