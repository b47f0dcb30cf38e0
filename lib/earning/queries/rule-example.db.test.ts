import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { exampleOfRule } from "./rule-example";

const database = await testDatabase();
// Ids carry the instant at which they are made, and the last purchases are found by them.
const now = new Date();
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

const visit = (points: number) => ({
  key: "visit",
  name: "A visit",
  when: { minimumSpend: 3000 },
  effect: { kind: "bonus" as const, points },
});

test("3 more from 30.00 on, typed but not saved: Ada's 40.00 of coffee earns 40 today and 43 with it, Bob's 10.00 shows nothing", async () => {
  const shop = await testMerchant(database, {
    program: { productTypes: [{ key: "coffee", name: "Coffee" }], earning: { rules: [onePerUnit] } },
  });
  const { buy } = shopping(database, shop);
  const ada = await testMember(database, shop, { name: "Ada" });
  const bob = await testMember(database, shop, { name: "Bob" });
  await buy(ada.id, { lines: [4000], at: hoursAgo(5) });
  await buy(bob.id, { lines: [1000], at: hoursAgo(2) });
  const asking = { actor: shop.actor, database, now };
  const seen = await exampleOfRule.execute(asking, { rule: visit(3) });
  expect(seen).toEqual({
    looked: 2,
    example: {
      member: { id: ada.id, name: "Ada" },
      tier: null,
      bought: ["Coffee"],
      occurredAt: hoursAgo(5),
      published: 40,
      edited: 43,
      byRule: 3,
    },
  });
  const rich = { ...visit(3), when: { minimumSpend: 100_000 } };
  expect(await exampleOfRule.execute(asking, { rule: rich })).toEqual({ looked: 2, example: null });
  const cashier = await shop.staff("cashier");
  await expect(
    exampleOfRule.execute({ ...asking, actor: cashier }, { rule: visit(3) }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
