import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";

const database = await testDatabase();
const program = { earning: { rules: [onePerUnit] } };

async function shopWith(count: number) {
  const shop = await testMerchant(database, { program });
  const members: string[] = [];
  for (let index = 0; index < count; index++) members.push((await testMember(database, shop)).id);
  return { shop, members, ...shopping(database, shop) };
}

test("twelve members buy for 10.00 at once, and one of them is held by somebody: eleven have their 10 points before the hold is over", async () => {
  const { shop, members, buy, balance } = await shopWith(12);
  const [held = "", ...others] = members;
  const { late, waited } = await database.transaction(async (tx) => {
    await tx.sql`select 1 from member where merchant_id = ${shop.merchantId} and id = ${held} for update`;
    const late = buy(held, { lines: [1000] });
    const answers = await Promise.all(others.map((id) => buy(id, { lines: [1000] })));
    expect(answers.map(({ award }) => award.balance)).toEqual(others.map(() => 10));
    return { late, waited: await balance(held) };
  });
  expect(waited.balance).toBe(0);
  expect((await late).award.balance).toBe(10);
});

test("ten purchases of 10.00 at once by one member are 100 points, in entries 1 to 10 without a gap", async () => {
  const { shop, members, buy, balance } = await shopWith(1);
  const [id = ""] = members;
  await Promise.all(Array.from({ length: 10 }, () => buy(id, { lines: [1000] })));
  expect(await balance(id)).toEqual({ balance: 100, pending: 0, debt: 0 });
  const entries = await database.sql<{ seq: number; balance: number }[]>`
    select seq, balance from ledger_entry where merchant_id = ${shop.merchantId} and member_id = ${id} order by seq`;
  expect(entries).toEqual(Array.from({ length: 10 }, (_, i) => ({ seq: i + 1, balance: 10 * (i + 1) })));
});

test("one id sent five times at once, by five members who all mean it, is one purchase: one is answered 10, four are refused", async () => {
  const { members, buy } = await shopWith(5);
  const answers = await Promise.allSettled(
    members.map((id) => buy(id, { lines: [1000], externalId: "the-same" })),
  );
  const codes = answers.map((one) =>
    one.status === "fulfilled" ? one.value.award.points : (one.reason as { code: string }).code,
  );
  expect(codes.sort()).toEqual([10, ...Array(4).fill("duplicate_external_id")]);
});

test("a day's totals of 30 members who buy for 10.00 at once: 30 purchases, 300.00 and 300 points", async () => {
  const { shop, members, buy } = await shopWith(30);
  await Promise.all(members.map((id) => buy(id, { lines: [1000] })));
  const [day] = await database.sql`
    select sum(purchases)::int as purchases, sum(revenue)::int as revenue, sum(issued)::int as issued
    from day_total where merchant_id = ${shop.merchantId} and purchases > 0`;
  expect(day).toEqual({ purchases: 30, revenue: 30_000, issued: 300 });
});
