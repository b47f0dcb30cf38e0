import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Database } from "@/db/client";
import { importPurchases } from "@/lib/integrations/import/commands/import-purchases";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import type { ProgramInput } from "@/lib/program/schemas";
import { type TestMerchant, testMerchant } from "./test-merchant";

export const now = new Date("2026-11-20T09:00:00Z");
export const onePerLira: ProgramInput = {
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate", points: 1, per: 100 } }] },
};
export const mapping = {
  purchase: {
    externalId: "basket",
    member: { externalId: "customer" },
    occurredAt: { column: "time", format: "YYYY-MM-DD HH:mm" },
  },
  line: { productType: "type", amount: "amount" },
  members: { enrol: true },
};
export const header = "basket,customer,time,type,amount";

/** Files to import, and what a shop is like before and after. Call it at the top of the file: what it wrote goes with it. */
export function importShop(database: Database) {
  const directory = mkdtempSync(join(tmpdir(), "import-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  let files = 0;
  function file(content: string | Buffer): string {
    files += 1;
    const path = join(directory, `file-${files}.csv`);
    writeFileSync(path, content);
    return path;
  }

  const shop = (program: ProgramInput = onePerLira) => testMerchant(database, { program });
  const context = ({ actor }: TestMerchant) => ({ actor, now, database });
  const importRows = (
    merchant: TestMerchant,
    rows: string[],
    changes: object = {},
    options: { dryRun?: boolean } = {},
  ) =>
    importPurchases(context(merchant), {
      file: file([header, ...rows].join("\n")),
      mapping: { ...mapping, ...changes },
      ...options,
    });

  /** Everything that an undo has to bring back, as it stands. */
  async function state({ merchantId }: TestMerchant) {
    const { sql } = database;
    const members = await sql`
      select external_id, balance, pending, debt, purchase_count, spend, first_purchase_at, last_purchase_at
      from member where merchant_id = ${merchantId} and status = 'active' order by external_id`;
    const days = await sql`
      select day, sum(purchases) as purchases, sum(revenue) as revenue, sum(enrolled) as enrolled, sum(issued) as issued,
        sum(pending) as pending, sum(expired) as expired, sum(redeemed) as redeemed, sum(taken_back) as taken, sum(other) as other
      from day_total where merchant_id = ${merchantId} group by day
      having (sum(purchases), sum(revenue), sum(enrolled), sum(issued), sum(pending), sum(expired), sum(redeemed),
        sum(taken_back), sum(other)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
      order by day`;
    const caps = await sql`
      select member_id, period, rule, used from cap_use where merchant_id = ${merchantId} and used <> 0 order by 1, 2, 3`;
    const budgets = await sql`select rule, used from budget_use where merchant_id = ${merchantId} order by 1`;
    const purchases = await sql`
      select external_id, points from purchase where merchant_id = ${merchantId} and status = 'recorded' order by 1`;
    return { members, days, caps, budgets, purchases };
  }

  const differences = async (merchant: TestMerchant) =>
    (await verifyLedger.execute({ actor: merchant.actor, now, database }, {})).differences;

  return { file, shop, context, importRows, state, differences };
}
