import { afterEach, expect, it } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { Problem } from "@/lib/kernel/problems";
import { recordPurchase } from "./commands/record-purchase";
import { recordPurchaseBatch } from "./commands/record-purchase-batch";

const database = await testDatabase();
const merchant = await testMerchant(database, {
  program: { earning: { rules: [onePerUnit] }, enrolment: { universalDefault: true } },
});
const now = new Date("2026-03-10T12:00:00+03:00");
const as = { actor: merchant.actor, now, database };

const purchase = (
  externalId: string,
  member: { email: string } | { phone: string },
  amount = 4995,
  occurredAt = now.toISOString(),
) => ({ externalId, member, occurredAt, lines: [{ productType: "coffee", amount }] });

/** What the only member whom this finds has: two would be an error of the query. */
async function only(email: string) {
  const members = await database.sql<{ balance: number; count: number }[]>`
    select balance, purchase_count as count from member where merchant_id = ${merchant.merchantId} and email = ${email}`;
  return [...members];
}

async function strangers(): Promise<string[]> {
  const members = await database.sql<{ email: string }[]>`
    select email from member where merchant_id = ${merchant.merchantId} and email is not null order by email`;
  return members.map(({ email }) => email).sort();
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

it("of eight strangers in a batch of whom seven are refused one is enrolled: what was refused leaves nobody, alone neither", async () => {
  await recordPurchase.execute(as, purchase("taken", { email: "regular@example.com" }));
  const of = (name: string, change: object = {}) => ({
    ...purchase(name, { email: `${name}@example.com` }),
    ...change,
  });
  const refused = [
    of("early", { occurredAt: "2026-03-10T12:06:00+03:00" }),
    of("abroad", { currency: "EUR" }),
    of("pays-with-nothing", { tender: [{ type: "points", points: 5 }] }),
    of("no-such-voucher", { vouchers: ["ABCD-EFGH"] }),
    of("other", { externalId: "taken" }),
    of("rich", { lines: [{ productType: "coffee", amount: 1_000_000_000_001 }] }),
    of("bad-phone", { member: { phone: "12" } }),
  ];
  const before = await strangers();
  const { results } = await recordPurchaseBatch.execute(as, { purchases: [...refused, of("welcome")] });
  expect(results.map(({ status }) => status === 201)).toEqual([...refused.map(() => false), true]);
  for (const one of refused) await expect(recordPurchase.execute(as, one)).rejects.toBeInstanceOf(Problem);
  expect(await strangers()).toEqual([...before, "welcome@example.com"].sort());
});

it("a stranger whose first purchase of a batch is refused is a member since their second, of 09:00", async () => {
  const email = "second@example.com";
  const purchases = [
    { ...purchase("second-1", { email }, 4995, "2026-03-10T08:00:00+03:00"), currency: "EUR" },
    purchase("second-2", { email }, 4995, "2026-03-10T09:00:00+03:00"),
    purchase("second-3", { email }, 4995, "2026-03-10T10:00:00+03:00"),
  ];
  const { results } = await recordPurchaseBatch.execute(as, { purchases });
  expect(results).toMatchObject([{ status: 422 }, { award: { balance: 49 } }, { award: { balance: 98 } }]);
  expect(await only(email)).toEqual([{ balance: 98, count: 2 }]);
  const [member] = await database.sql<{ at: string }[]>`
    select enrolled_at as at from member where merchant_id = ${merchant.merchantId} and email = ${email}`;
  expect(new Date(member?.at ?? 0)).toEqual(new Date("2026-03-10T09:00:00+03:00"));
});

it("a first purchase that reaches Silver at once gives it to the buyer whom it enrols, with its reward", async () => {
  const climbing = await testMerchant(database, {
    program: {
      earning: { rules: [onePerUnit] },
      enrolment: { universalDefault: true },
      tiers: [{ key: "silver", name: "Silver", needs: { visits: 1 }, rewards: ["cookie"] }],
      qualification: { window: { kind: "membershipYear" } },
      rewards: [
        {
          key: "cookie",
          name: "A cookie",
          gives: { kind: "product" },
          price: { kind: "granted", on: ["tier"] },
        },
      ],
    },
  });
  const purchases = [
    purchase("climb-1", { email: "a@example.com" }),
    purchase("climb-2", { email: "a@example.com" }),
  ];
  await recordPurchaseBatch.execute({ ...as, actor: climbing.actor }, { purchases });
  const { merchantId } = climbing;
  const [member] = await database.sql`
    select tier, (select count(*)::int from redemption where merchant_id = ${merchantId}) as cookies
    from member where merchant_id = ${merchantId}`;
  expect(member).toEqual({ tier: "silver", cookies: 1 });
  expect(await shopping(database, climbing).differences()).toEqual([]);
});
