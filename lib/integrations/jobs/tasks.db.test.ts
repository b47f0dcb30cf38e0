import { parseCrontab } from "graphile-worker";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { crontab } from "../timetable";
import { runDueAll } from "./run-due-all";
import { tasks } from "./tasks";

const database = await testDatabase();

test("the timetable can be read, and names tasks that there are", () => {
  const items = parseCrontab(crontab);
  expect(items.map((item) => item.task)).toEqual(["run-due-all", "count-come-backs", "clean-up"]);
  for (const item of items) expect(tasks).toHaveProperty(item.task);
});

test("points held for a day arrive in every shop after it, once, also when two workers start at the same moment", async () => {
  const rule = { key: "base", name: "Base", effect: { kind: "rate" as const, points: 1, per: 100 } };
  const program = { earning: { holdDays: 1, rules: [rule] } };
  const shops = [await testMerchant(database, { program }), await testMerchant(database, { program })];
  const bought = new Date("2026-11-20T09:00:00Z");
  for (const shop of shops) {
    await testMember(database, shop, { externalId: "ece" });
    await recordPurchase.execute(
      { actor: shop.actor, now: bought, database },
      {
        externalId: "1",
        member: { externalId: "ece" },
        occurredAt: bought.toISOString(),
        lines: [{ productType: "coffee", quantity: 1, amount: 4000 }],
      },
    );
  }
  const later = new Date("2026-11-23T09:00:00Z");
  await Promise.all([runDueAll(database, later), runDueAll(database, later)]);
  await runDueAll(database, later);
  for (const { merchantId } of shops) {
    const rows = await database.sql`select balance, pending from member where merchant_id = ${merchantId}`;
    expect(rows).toEqual([{ balance: 40, pending: 0 }]);
    const [released] = await database.sql`
      select count(*)::int as entries from ledger_entry where merchant_id = ${merchantId} and kind = 'release'`;
    expect(released?.entries).toBe(1);
  }
});
