import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inTurn } from "@/db/testing/in-turn";
import { noon, onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import type { Actor } from "@/lib/access/actor";
import { decideActivity } from "@/lib/activities/commands/decide-activity";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { undoActivity } from "@/lib/activities/commands/undo-activity";
import { endOwnGift } from "@/lib/points/commands/end-own-gift";
import { offerGift } from "@/lib/points/commands/offer-gift";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { cancelRedemption } from "@/lib/rewards/commands/cancel-redemption";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { eraseMember } from "./commands/erase-member";
import { mergeMembers } from "./commands/merge-members";
import { unmergeMembers } from "./commands/unmerge-members";

const database = await testDatabase();
const now = new Date("2026-03-20T12:00:00+03:00");
const activity = (key: string, approval: boolean) => ({
  key,
  name: key,
  points: 20,
  approval,
  from: ["staff" as const],
});

/** Elif has 300 points, Burak 150; they are about to be taken for one person. */
async function pair() {
  const merchant = await testMerchant(database, {
    program: {
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after", months: 1 },
      refunds: { policy: "debt" },
      activities: [activity("review", false), activity("post", true)],
      rewards: [
        {
          key: "coffee",
          name: "A coffee",
          gives: { kind: "product" },
          price: { kind: "points", points: 100 },
        },
      ],
    },
  });
  const shop = shopping(database, merchant);
  const elif = await testMember(database, merchant);
  const burak = await testMember(database, merchant);
  const as = { actor: merchant.actor, now, database };
  await shop.buy(elif.id, { lines: [30_000], at: noon });
  const { purchase } = await shop.buy(burak.id, { lines: [15_000], at: noon });
  const merge = async (at = now) => {
    const done = await mergeMembers.execute({ ...as, now: at }, { id: elif.id, other: { id: burak.id } });
    return done.merge.id;
  };
  const tell = async (type: string, actor: Actor = merchant.actor, at = now) => {
    const told = { externalId: randomUUID(), member: { id: burak.id }, type, occurredAt: at.toISOString() };
    return (await recordActivity.execute({ actor, now: at, database }, told)).activity.id;
  };
  return { merchant, shop, elif, burak, as, purchase, merge, tell };
}
type Pair = Awaited<ReturnType<typeof pair>>;

/** What is Burak's before the merge, and what is done with it while the two are parted. */
const kept: Record<string, { of: (pair: Pair) => Promise<() => Promise<unknown>>; leaves: number }> = {
  "a purchase is returned whole": {
    of:
      async ({ shop, purchase }) =>
      () =>
        shop.refund(purchase.id, {}, now.toISOString()),
    leaves: 0,
  },
  "a coffee for 100 is taken back": {
    of: async ({ as, burak }) => {
      const { redemption } = await redeemReward.execute(as, { member: { id: burak.id }, reward: "coffee" });
      return () => cancelRedemption.execute(as, { redemption: redemption.id });
    },
    leaves: 150,
  },
  "a review that gave 20 is undone": {
    of: async ({ as, tell }) => {
      const id = await tell("review");
      return () => undoActivity.execute(as, { activity: id, reason: "Written twice" });
    },
    leaves: 150,
  },
  "a post for 20 is approved": {
    of: async ({ as, tell, merchant }) => {
      const id = await tell("post", await merchant.staff("cashier"));
      return () => decideActivity.execute(as, { activity: id, approve: true });
    },
    leaves: 170,
  },
};

test.each(Object.entries(kept))(
  "%s at the moment at which two members are parted again: it is Burak's, and Elif has her 300",
  async (_, { of, leaves }) => {
    const two = await pair();
    const { shop, elif, burak, as, merchant, merge } = two;
    const press = await of(two);
    const id = await merge();
    const held = { merchantId: merchant.merchantId, memberId: elif.id };
    const ended = await inTurn(
      database,
      held,
      () => unmergeMembers.execute(as, { id: elif.id, merge: id }),
      press,
    );
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect([(await shop.balance(elif.id)).balance, (await shop.balance(burak.id)).balance]).toEqual([
      300,
      leaves,
    ]);
    expect(await shop.differences()).toEqual([]);
  },
);

test("a gift of 30 to Burak's card, accepted by Elif while the two are parted: she is told that it is not hers, and it waits for him", async () => {
  const { merchant, shop, elif, burak, as, merge } = await pair();
  const giver = await testMember(database, merchant);
  await shop.buy(giver.id, { lines: [3000], at: noon });
  const gift = randomUUID();
  await offerGift.execute(
    { ...as, actor: merchant.member(giver.id) },
    { id: gift, card: burak.card, points: 30 },
  );
  const id = await merge();
  const accept = (who: { id: string }) =>
    endOwnGift.execute({ ...as, actor: merchant.member(who.id) }, { gift, as: "accepted" });
  const held = { merchantId: merchant.merchantId, memberId: elif.id };
  const part = () => unmergeMembers.execute(as, { id: elif.id, merge: id });
  const [, accepted] = await inTurn(database, held, part, () => accept(elif));
  expect(accepted).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  await accept(burak);
  expect([(await shop.balance(elif.id)).balance, (await shop.balance(burak.id)).balance]).toEqual([300, 180]);
  expect(await shop.differences()).toEqual([]);
});

test("whoever has Burak's card is erased at the moment at which the two are parted: Burak is, and Elif has her 300", async () => {
  const { merchant, shop, elif, burak, as, merge } = await pair();
  const id = await merge();
  const held = { merchantId: merchant.merchantId, memberId: elif.id };
  const part = () => unmergeMembers.execute(as, { id: elif.id, merge: id });
  const [, erased] = await inTurn(database, held, part, () => eraseMember.execute(as, { id: burak.id }));
  expect(erased).toMatchObject({ value: { member: { id: burak.id }, points: { forfeited: 150 } } });
  expect((await shop.balance(elif.id)).balance).toBe(300);
  expect(await shop.differences()).toEqual([]);
});

test("150 of a merged card have expired, its review's 20 are spent: undone, 20 are owed, and nothing comes back of what expired", async () => {
  const { shop, elif, burak, as, tell, merge } = await pair();
  const late = { ...as, now: new Date("2026-04-20T12:00:00+03:00") };
  const review = await tell("review", as.actor, late.now);
  await spendPoints.execute(late, { member: { id: burak.id }, points: 20, reference: "x" });
  await merge(late.now);
  expect((await shop.balance(elif.id)).balance).toBe(0);
  await undoActivity.execute(late, { activity: review, reason: "Written twice" });
  expect(await shop.balance(elif.id)).toMatchObject({ balance: -20, debt: 20 });
  expect(await shop.differences()).toEqual([]);
});
