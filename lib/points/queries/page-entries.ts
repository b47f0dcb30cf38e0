import { z } from "zod";
import type { Database } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { explainItem, explanationContext } from "@/lib/earning/domain/explain";
import type { ExplanationItem } from "@/lib/earning/domain/types";
import { cursorOf, pageLimit, writeCursor } from "@/lib/kernel/cursor";
import { id } from "@/lib/kernel/fields";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { type LedgerLine, readLedger } from "./get-ledger";

interface ExplainedItem {
  rule: string | null;
  points: number;
  reason: string;
}

export interface LedgerEntry extends Omit<LedgerLine, "purchase" | "activity" | "reversesSeq" | "giftId"> {
  reverses: number | null;
  gift: string | null;
  purchase:
    | (Omit<NonNullable<LedgerLine["purchase"]>, "items" | "lines"> & {
        explanation: ExplainedItem[];
      })
    | null;
  activity: (Omit<NonNullable<LedgerLine["activity"]>, "items"> & { explanation: ExplainedItem[] }) | null;
}

const list = "ledger";
const seq = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** A member's entries in words, newest first, a page at a time. */
export const pageEntries = defineQuery({
  name: "points.page-entries",
  permission: "members.read",
  input: z.strictObject({
    id: id().describe("The member's id."),
    cursor: cursorOf(list, seq).optional().describe("The `next` of the page before."),
    limit: pageLimit().describe("Entries a page, 1 to 200."),
  }),
  async run({ actor, input, database }): Promise<{ entries: LedgerEntry[]; next: string | null }> {
    const { merchantId } = actor;
    const [shop] = await database.sql<{ currency: string }[]>`
      select c.currency from member m join merchant c on c.id = m.merchant_id
      where m.merchant_id = ${merchantId} and m.id = ${input.id} and m.status = 'active'`;
    if (!shop) throw new Problem("not_found");
    const { limit } = input;
    const page = await readLedger(database, merchantId, { memberId: input.id, before: input.cursor, limit });
    const entries = await Promise.all(
      page.entries.map((line) => inWords(database, merchantId, shop.currency, line)),
    );
    return { entries, next: page.next === null ? null : writeCursor(list, page.next) };
  },
});

async function inWords(
  database: Database,
  merchantId: number,
  currency: string,
  line: LedgerLine,
): Promise<LedgerEntry> {
  const { purchase, activity, reversesSeq, giftId, ...rest } = line;
  const explain = async (version: number, items: ExplanationItem[]): Promise<ExplainedItem[]> => {
    const program = await programContent(database, merchantId, version);
    const context = explanationContext(program, { locale: "en", currency });
    return items.map((item) => ({
      rule: "rule" in item ? item.rule : null,
      points: item.points,
      reason: explainItem(item, context),
    }));
  };
  const entry: LedgerEntry = {
    ...rest,
    reverses: reversesSeq,
    gift: giftId,
    purchase: null,
    activity: null,
  };
  if (purchase) {
    const { items, lines: _, ...about } = purchase;
    entry.purchase = { ...about, explanation: await explain(purchase.programVersion, items) };
  }
  if (activity) {
    const { items, ...about } = activity;
    entry.activity = { ...about, explanation: await explain(activity.programVersion, items) };
  }
  return entry;
}
