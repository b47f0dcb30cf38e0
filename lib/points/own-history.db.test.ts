import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { cancelOwnRedemption } from "@/lib/rewards/commands/cancel-own-redemption";
import { redeemOwnReward } from "@/lib/rewards/commands/redeem-own-reward";
import { endOwnGift } from "./commands/end-own-gift";
import { offerGift } from "./commands/offer-gift";
import { lastOwnAward } from "./queries/last-own-award";
import { type MonthTotal, ownHistory } from "./queries/own-history";
import { runDue } from "./run-due";

const database = await testDatabase();
const at = (day: string) => new Date(`2026-03-${day}T12:00:00+03:00`);

/** Elif, with so many points of 1 March, and Burak, in a shop whose points last half a year. */
async function pair(points: number) {
  const shop = await testMerchant(database, {
    program: {
      productTypes: [
        { key: "coffee", name: "Coffee" },
        { key: "beans", name: "Beans" },
        { key: "food", name: "Food" },
      ],
      earning: {
        rules: [
          onePerUnit,
          {
            key: "beans",
            name: "Beans",
            when: { productTypes: ["beans"] },
            effect: { kind: "rate", points: 1, per: 100 },
            holdDays: 2,
          },
        ],
      },
      expiry: { kind: "after", months: 6 },
      rewards: [
        {
          key: "mug",
          name: "A mug",
          gives: { kind: "product" },
          price: { kind: "points", points: 50 },
          validDays: 30,
        },
      ],
    },
  });
  const till = shopping(database, shop);
  const [elif, burak] = [
    await testMember(database, shop, { name: "Elif Yıldırım" }),
    await testMember(database, shop, { name: "Burak Çelik" }),
  ];
  if (points > 0) await till.buy(elif.id, { lines: [points * 100], at: at("01").toISOString() });
  const as = (id: string, day: string) => ({ actor: shop.member(id), now: at(day), database });
  const history = (id: string) => ownHistory.execute(as(id, "31"), { locale: "en" });
  const takeAndGiveBack = async (day: string) => {
    const taken = await redeemOwnReward.execute(as(elif.id, day), { reward: "mug" });
    await cancelOwnRedemption.execute(as(elif.id, day), { redemption: taken.redemption.id });
  };
  return { shop, till, elif, burak, as, history, takeAndGiveBack };
}

test("100 points, then a mug taken and given back five times: the last award is still the 100 of ten entries ago", async () => {
  const { elif, burak, as, takeAndGiveBack } = await pair(100);
  for (const day of ["02", "03", "04", "05", "06"]) await takeAndGiveBack(day);
  expect(await lastOwnAward.execute(as(elif.id, "07"), { locale: "en" })).toMatchObject({
    award: { seq: 1, kind: "earn", points: 100, purchase: { explanation: { rows: [{ points: 100 }] } } },
    hasHistory: true,
  });
  expect(await lastOwnAward.execute(as(burak.id, "07"), { locale: "en" })).toEqual({
    award: null,
    hasHistory: false,
  });
});

test("a reward given back points at the 50 that it took, a gift that came back at the 40 that left, both by name", async () => {
  const { elif, burak, as, history, takeAndGiveBack } = await pair(100);
  await takeAndGiveBack("02");
  const { id } = await offerGift.execute(as(elif.id, "03"), {
    id: randomUUID(),
    card: burak.card,
    points: 40,
    message: "For the coffee",
  });
  await endOwnGift.execute(as(burak.id, "04"), { gift: id, as: "declined" });
  const { entries } = await history(elif.id);
  const [back, out, returned, spent] = entries;
  expect(back).toMatchObject({
    kind: "gift-back",
    gift: { other: "Burak Ç.", status: "declined" },
    reverses: { seq: out?.seq, points: -40, at: at("03").toISOString() },
  });
  expect(out).toMatchObject({ kind: "gift-out", reason: "For the coffee", gift: { other: "Burak Ç." } });
  expect(returned).toMatchObject({
    kind: "return",
    reference: "A mug",
    reverses: { seq: spent?.seq, points: -50, at: at("02").toISOString() },
  });
});

test("who accepts a gift reads whom it is from, and the line that went with it", async () => {
  const { elif, burak, as, history } = await pair(100);
  const gift = { id: randomUUID(), card: burak.card, points: 40, message: "For the coffee" };
  const { id } = await offerGift.execute(as(elif.id, "03"), gift);
  await endOwnGift.execute(as(burak.id, "04"), { gift: id, as: "accepted" });
  expect((await history(burak.id)).entries).toMatchObject([
    { kind: "gift-in", points: 40, gift: { other: "Elif Y.", message: "For the coffee" } },
  ]);
});

test("of a coffee and food the food is given back: the return is called by the food alone, and points at the 30 of both", async () => {
  const { till, elif, history } = await pair(0);
  const lines = [1000, { productType: "food", amount: 2000 }];
  const { purchase } = await till.buy(elif.id, { lines, at: at("02").toISOString() });
  await till.refund(purchase.id, { lines: [{ id: "2" }] }, at("03").toISOString());
  expect((await history(elif.id)).entries).toMatchObject([
    { kind: "refund", points: -20, purchase: { names: ["Food"] }, reverses: { seq: 1, points: 30 } },
    { kind: "earn", purchase: { names: ["Coffee", "Food"] } },
  ]);
});

test("held points that arrive point at the purchase that they were earned with", async () => {
  const { shop, till, elif, history } = await pair(0);
  await till.buy(elif.id, { lines: [{ productType: "beans", amount: 4000 }], at: at("05").toISOString() });
  await runDue({ actor: shop.actor, now: at("09"), database });
  const { entries } = await history(elif.id);
  expect(entries).toMatchObject([
    { kind: "release", purchase: { names: ["Beans"] }, reverses: { seq: 1, at: at("05").toISOString() } },
    { kind: "earn", reverses: null },
  ]);
});

test("the head of March adds up: 100 earned, 50 and 40 gone and back, 30 taken back by a return, and the card has 70", async () => {
  const { till, elif, burak, as, history, takeAndGiveBack } = await pair(70);
  const { id: purchase } = (await till.buy(elif.id, { lines: [3000], at: at("02").toISOString() })).purchase;
  await takeAndGiveBack("03");
  const gift = { id: randomUUID(), card: burak.card, points: 40 };
  const { id } = await offerGift.execute(as(elif.id, "04"), gift);
  await endOwnGift.execute(as(elif.id, "05"), { gift: id, as: "cancelled" });
  await till.refund(purchase, {}, at("06").toISOString());
  const { entries, months } = await history(elif.id);
  const [march] = months as [MonthTotal];
  expect(march).toMatchObject({ earned: 100, spent: 50, given: 40, returned: 90, takenBack: 30 });
  const { month, earned, received, returned, corrected, merged, ...gone } = march;
  const left = Object.values(gone).reduce((sum, points) => sum - points, earned + received + returned);
  expect([month, left + corrected + merged, entries[0]?.balance]).toEqual(["2026-03", 70, 70]);
});

test("what is looked for is found as the page shows it: an activity, a reason, who a gift went to; not a surname", async () => {
  const shop = await testMerchant(database, {
    program: {
      productTypes: [
        { key: "coffee", name: "Coffee" },
        { key: "beans", name: "Beans" },
      ],
      earning: {
        rules: [
          onePerUnit,
          {
            key: "early",
            name: "Early",
            when: { hours: { from: "00:00", to: "10:00" } },
            effect: { kind: "bonus", points: 5 },
          },
          {
            key: "twice",
            name: "Twice the beans",
            when: { productTypes: ["beans"] },
            effect: { kind: "multiplier", factor: 20_000 },
          },
        ],
      },
      activities: [{ key: "review", name: "A review", points: 20, from: ["staff"] }],
    },
  });
  const till = shopping(database, shop);
  const elif = await testMember(database, shop, { name: "Elif Yıldırım" });
  const burak = await testMember(database, shop, { name: "Burak Çelik" });
  await till.buy(elif.id, { lines: [1000], at: "2026-03-02T09:00:00+03:00" });
  await till.buy(elif.id, { lines: [{ productType: "beans", amount: 2000 }], at: at("03").toISOString() });
  await till.buy(elif.id, { lines: [3000], at: at("04").toISOString() });
  await recordActivity.execute(
    { actor: shop.actor, now: at("05"), database },
    { externalId: randomUUID(), member: { id: elif.id }, type: "review", occurredAt: at("05").toISOString() },
  );
  const own = { actor: shop.member(elif.id), now: at("06"), database };
  await offerGift.execute(own, { id: randomUUID(), card: burak.card, points: 4 });
  const found = async (search: string) =>
    (await ownHistory.execute(own, { locale: "en", search })).entries.map(({ seq }) => seq);
  expect(await found("review")).toEqual([4]);
  expect(await found("before ten")).toEqual([1]);
  expect(await found("doubled")).toEqual([2]);
  expect(await found("Twice the")).toEqual([2]);
  expect(await found("Burak")).toEqual([5]);
  expect(await found("Çelik")).toEqual([]);
  expect(await found("Purchase")).toEqual([3, 2, 1]);
  const asked = (search: string) => ownHistory.execute(own, { locale: "en", search });
  // What nothing can be called is no fault of whoever looks: it matches nothing, and too much is cut, never through a sign.
  for (const unprinted of ["a\u0000", "\ude00"]) expect((await asked(unprinted)).entries).toEqual([]);
  expect(await asked(`${"x".repeat(99)}\ud83d\ude00`)).toMatchObject({ entries: [], search: "x".repeat(99) });
  const all = await ownHistory.execute(own, { locale: "en" });
  expect(await asked("  ")).toEqual({ ...all, search: "" });
});

test("a refund of 30.00 that names no lines is told with its points, -30, and no names", async () => {
  const { shop, till, elif, history } = await pair(0);
  const { purchase } = await till.buy(elif.id, { lines: [10_000], at: at("01").toISOString() });
  await till.refund(purchase.id, { amount: 3000 }, at("02").toISOString());
  await database.sql`update refund set lines = '[]' where merchant_id = ${shop.merchantId}`;
  const { entries } = await history(elif.id);
  expect(entries.map(({ kind, points }) => [kind, points])).toEqual([
    ["refund", -30],
    ["earn", 100],
  ]);
});
