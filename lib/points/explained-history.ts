import type { Database } from "@/db/client";
import { shopById } from "@/lib/access/shop";
import { type Explanation, explainAward, explanationContext } from "@/lib/earning/domain/explain";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { programContent } from "@/lib/program/program-content";
import type { LedgerLine } from "./queries/get-ledger";

export interface HistoryEntry extends Omit<LedgerLine, "purchase" | "activity"> {
  activity: {
    id: string;
    name: string;
    version: number;
    /** Of the award; null where it is taken back. */
    explanation: Explanation | null;
  } | null;
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

/** Ledger entries with each award explained in the reader's words, by the rules that gave it. */
export async function explainEntries(
  database: Database,
  merchantId: number,
  entries: readonly LedgerLine[],
  locale: Locale,
): Promise<HistoryEntry[]> {
  const shop = await shopById(database, merchantId);
  const explainActivity = async (
    { id, type, programVersion: version, items }: NonNullable<LedgerLine["activity"]>,
    isAward: boolean,
  ): Promise<HistoryEntry["activity"]> => {
    const program = await programContent(database, merchantId, version);
    const name = program.activities.find(({ key }) => key === type)?.name ?? type;
    const context = explanationContext(program, { ...shop, locale });
    return { id, name, version, explanation: isAward ? explainAward(items, context) : null };
  };
  return Promise.all(
    entries.map(async ({ purchase, activity: about, ...entry }): Promise<HistoryEntry> => {
      const activity = about && (await explainActivity(about, entry.kind === "earn"));
      if (!purchase) return { ...entry, purchase: null, activity };
      const { id, amount, channel, programVersion: version, lines, items } = purchase;
      const program = await programContent(database, merchantId, version);
      const types = new Map(program.productTypes.map((type) => [type.key, type.name]));
      const names = lines.map((line) => line.name ?? types.get(line.productType) ?? line.productType);
      const context = explanationContext(program, { ...shop, locale });
      const explanation = entry.kind === "earn" ? explainAward(items, context) : null;
      return {
        ...entry,
        activity,
        purchase: { id, amount, channel, version, names: [...new Set(names)], explanation },
      };
    }),
  );
}
