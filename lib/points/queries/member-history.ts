import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { type Explanation, explainAward, explanationContext } from "@/lib/earning/domain/explain";
import { id } from "@/lib/kernel/fields";
import { locales } from "@/lib/kernel/i18n/locale";
import { programContent } from "@/lib/program/program-content";
import { getLedger, type LedgerLine } from "./get-ledger";

export interface HistoryEntry extends Omit<LedgerLine, "purchase"> {
  purchase: {
    id: string;
    amount: number;
    channel: string;
    version: number;
    /** Names of what was bought. */
    names: string[];
    /** Of the award; null on entries that are not one. */
    explanation: Explanation | null;
  } | null;
}

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
  async run({ actor, input, now, database }): Promise<{ entries: HistoryEntry[]; next: number | null }> {
    const { locale, ...page } = input;
    const [shop, { entries, next }] = await Promise.all([
      shopById(database, actor.merchantId),
      getLedger.execute({ actor, now, database }, page),
    ]);
    const explained = entries.map(async ({ purchase, ...entry }): Promise<HistoryEntry> => {
      if (!purchase) return { ...entry, purchase: null };
      const program = await programContent(database, actor.merchantId, purchase.programVersion);
      const names = new Map(program.productTypes.map((type) => [type.key, type.name]));
      return {
        ...entry,
        purchase: {
          id: purchase.id,
          amount: purchase.amount,
          channel: purchase.channel,
          version: purchase.programVersion,
          names: [
            ...new Set(
              purchase.lines.map((line) => line.name ?? names.get(line.productType) ?? line.productType),
            ),
          ],
          explanation:
            entry.kind === "earn"
              ? explainAward(purchase.items, explanationContext(program, { ...shop, locale }))
              : null,
        },
      };
    });
    return { entries: await Promise.all(explained), next };
  },
});
