import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { ownMembership } from "@/lib/access/own-membership";
import { locales } from "@/lib/kernel/i18n/locale";
import { type StoryEntry, tellStory } from "../story";
import { readLedger } from "./get-ledger";

/** The newest award of the signed-in customer in words, however much happened since; and whether anything happened at all. */
export const lastOwnAward = defineQuery({
  name: "points.last-own-award",
  permission: "membership.own",
  input: z.strictObject({ locale: z.enum(locales) }),
  async run({ actor, input, database }): Promise<{ award: StoryEntry | null; hasHistory: boolean }> {
    const { memberId, merchantId } = ownMembership(actor);
    const newest = { memberId, limit: 1 };
    const earned = await readLedger(database, merchantId, { ...newest, kind: "earn" });
    const [award] = await tellStory(database, { merchantId, memberId }, earned.entries, input.locale);
    if (award) return { award, hasHistory: true };
    const { entries } = await readLedger(database, merchantId, newest);
    return { award: null, hasHistory: entries.length > 0 };
  },
});
