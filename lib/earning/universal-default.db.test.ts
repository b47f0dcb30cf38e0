import { afterEach, expect, it } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordPurchase } from "./commands/record-purchase";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";

const database = await testDatabase();
const merchant = await testMerchant(database, {
  program: { earning: { rules: [onePerUnit] }, enrolment: { universalDefault: true } },
});
const now = new Date("2026-03-10T12:00:00+03:00");
const as = { actor: merchant.actor, now, database };

const purchase = (externalId: string, member: { email: string } | { phone: string }, amount = 4995) => ({
  externalId,
  member,
  occurredAt: now.toISOString(),
  lines: [{ productType: "coffee", amount }],
});

/** What the only member whom this finds has: two would be an error of the query. */
async function only(email: string) {
  const members = await database.sql<{ balance: number; count: number }[]>`
    select balance, purchase_count as count from member where merchant_id = ${merchant.merchantId} and email = ${email}`;
  return [...members];
}

afterEach(async () => expect(await shopping(database, merchant).differences()).toEqual([]));

it("twelve first purchases of 1.00 of one new buyer at once, ten times over: 12 x 1 point for one member each, none refused", async () => {
  for (let time = 1; time <= 10; time++) {
    const email = `many-${time}@example.com`;
    await Promise.all(
      Array.from({ length: 12 }, (_, till) =>
        recordPurchase.execute(as, purchase(`many-${time}-${till}`, { email }, 100)),
      ),
    );
    expect(await only(email)).toEqual([{ balance: 12, count: 12 }]);
  }
});

it("case 9: the same first purchase of a new buyer sent twelve times at once, ten times over, is recorded once and answered alike", async () => {
  for (let time = 1; time <= 10; time++) {
    const email = `same-${time}@example.com`;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => recordPurchase.execute(as, purchase(`same-${time}`, { email }))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await only(email)).toEqual([{ balance: 49, count: 1 }]);
  }
});

it("two purchases of one batch that spell their new buyer's phone in two ways enrol one member: 49 + 49 = 98", async () => {
  const purchases = [
    purchase("phone-1", { phone: "0532 111 22 33" }),
    purchase("phone-2", { phone: "+90 532 111 22 33" }),
  ];
  const { results } = await recordPurchaseBatch.execute(as, { purchases });
  expect(results).toMatchObject([{ award: { balance: 49 } }, { award: { balance: 98 } }]);
});
