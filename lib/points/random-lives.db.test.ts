import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { undoActivity } from "@/lib/activities/commands/undo-activity";
import { Problem } from "@/lib/kernel/problems";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { unmergeMembers } from "@/lib/members/commands/unmerge-members";
import type { ProgramInput } from "@/lib/program/schemas";
import { cancelRedemption } from "@/lib/rewards/commands/cancel-redemption";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { adjustPoints } from "./commands/adjust-points";
import { endOwnGift } from "./commands/end-own-gift";
import { giftPoints } from "./commands/gift-points";
import { offerGift } from "./commands/offer-gift";
import { spendPoints } from "./commands/spend-points";
import { runDue } from "./run-due";

const database = await testDatabase();

const who = fc.nat(3);
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("buy" as const),
      who,
      cents: fc.integer({ min: 0, max: 30_000 }),
      tender: fc.nat(40),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      which: fc.nat(50),
      share: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("spend" as const),
      who,
      points: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("gift" as const),
      who,
      to: who,
      points: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("adjust" as const),
      who,
      points: fc.integer({ min: -200, max: 200 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("offer" as const),
      who,
      to: who,
      points: fc.integer({ min: 1, max: 200 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      which: fc.nat(50),
      as: fc.constantFrom("accepted" as const, "declined" as const, "cancelled" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("redeem" as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tell" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("due" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), who, to: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unmerge" as const), which: fc.nat(5) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

// Rounds follow each other by some days; what is in one round happens at once.
const life = fc.record({
  policy: fc.constantFrom("debt" as const, "writeOff" as const),
  holdDays: fc.constantFrom(0, 0, 5),
  window: fc.constantFrom(
    { kind: "rolling" as const, months: 1 },
    { kind: "calendarYear" as const },
    { kind: "membershipYear" as const },
    { kind: "life" as const },
  ),
  rounds: fc.array(fc.record({ days: fc.nat(25), acts: fc.array(act, { minLength: 1, maxLength: 8 }) }), {
    minLength: 3,
    maxLength: 8,
  }),
});

interface Shop {
  policy: "debt" | "writeOff";
  holdDays: number;
  window: NonNullable<ProgramInput["qualification"]>["window"];
}

const program = ({ policy, holdDays, window }: Shop): ProgramInput => ({
  tiers: [
    { key: "silver", name: "Silver", needs: { visits: 2 }, rewards: ["cookie"] },
    { key: "gold", name: "Gold", needs: { points: 400 }, rewards: ["cookie"] },
  ],
  qualification: { window, graceDays: 2 },
  rewards: [
    { key: "cookie", name: "A cookie", gives: { kind: "product" }, price: { kind: "granted", on: ["tier"] } },
    { key: "coffee", name: "A coffee", gives: { kind: "product" }, price: { kind: "points", points: 40 } },
  ],
  activities: [{ key: "review", name: "Review", points: 20, from: ["staff"] }],
  earning: {
    holdDays,
    caps: [{ per: "week", points: 400 }],
    rules: [
      onePerUnit,
      {
        key: "big",
        name: "Big",
        when: { minimumSpend: 10_000 },
        effect: { kind: "bonus", points: 30 },
        budget: 500,
      },
    ],
  },
  expiry: { kind: "after", months: 1 },
  refunds: { policy, graceDays: 3 },
  adjustments: { approvalAbove: 1_000_000 },
});

it("whatever four members buy, return, spend, give, offer, redeem, tell of, take back, let expire, are merged and parted, at once and over months: balance = entries = lots - debt", async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ rounds, ...terms }) => {
      const merchant = await testMerchant(database, { program: program(terms) });
      const shop = shopping(database, merchant);
      const members: string[] = [];
      const cards: string[] = [];
      for (let count = 0; count < 4; count++) {
        const enrolledAt = new Date(Date.parse("2025-12-20T10:00:00+03:00") - count * 97 * 86_400_000);
        const { id, card } = await testMember(database, merchant, { enrolledAt });
        members.push(id);
        cards.push(card);
      }
      const offers: { id: string; from: string; to: string }[] = [];
      const purchases: { id: string; amount: number }[] = [];
      const redemptions: string[] = [];
      const activities: string[] = [];
      const merges: { id: string; survivor: string }[] = [];
      let at = Date.parse("2026-01-05T10:00:00+03:00");

      const perform = async (one: Act, now: string): Promise<void> => {
        const context = { actor: merchant.actor, now: new Date(now), database };
        const member = (index: number) => ({ id: members[index] });
        switch (one.do) {
          case "buy": {
            const { purchase } = await shop.buy(members[one.who] ?? "", {
              lines: [one.cents, 100],
              at: now,
              tender: one.tender,
            });
            purchases.push(purchase);
            return;
          }
          case "refund": {
            const purchase = purchases[one.which % Math.max(1, purchases.length)];
            if (!purchase) return;
            await shop.refund(
              purchase.id,
              one.share === 1 ? {} : { amount: Math.max(1, Math.floor(purchase.amount / one.share)) },
              now,
            );
            return;
          }
          case "spend":
            await spendPoints.execute(context, {
              member: member(one.who),
              points: one.points,
              reference: "x",
            });
            return;
          case "gift":
            await giftPoints.execute(context, {
              from: member(one.who),
              to: member(one.to),
              points: one.points,
            });
            return;
          case "offer": {
            const [from, to] = [members[one.who] ?? "", members[one.to] ?? ""];
            const id = randomUUID();
            await offerGift.execute(
              { ...context, actor: merchant.member(from) },
              { id, card: cards[one.to], points: one.points },
            );
            offers.push({ id, from, to });
            return;
          }
          case "answer": {
            const offer = offers[one.which % Math.max(1, offers.length)];
            if (!offer) return;
            const actor = merchant.member(one.as === "cancelled" ? offer.from : offer.to);
            await endOwnGift.execute({ ...context, actor }, { gift: offer.id, as: one.as });
            return;
          }
          case "adjust":
            await adjustPoints.execute(context, { member: member(one.who), points: one.points, reason: "x" });
            return;
          case "merge": {
            const other = { id: members[one.to] };
            const { merge } = await mergeMembers.execute(context, { id: members[one.who], other });
            merges.push(merge);
            return;
          }
          case "unmerge": {
            const merge = merges[one.which % Math.max(1, merges.length)];
            if (merge) await unmergeMembers.execute(context, { id: merge.survivor, merge: merge.id });
            return;
          }
          case "redeem": {
            const redeemed = await redeemReward.execute(context, {
              member: member(one.who),
              reward: "coffee",
            });
            redemptions.push(redeemed.redemption.id);
            return;
          }
          case "cancel": {
            const redemption = redemptions[one.which % Math.max(1, redemptions.length)];
            if (redemption) await cancelRedemption.execute(context, { redemption });
            return;
          }
          case "tell": {
            const told = {
              externalId: randomUUID(),
              member: member(one.who),
              type: "review",
              occurredAt: now,
            };
            activities.push((await recordActivity.execute(context, told)).activity.id);
            return;
          }
          case "undo": {
            const activity = activities[one.which % Math.max(1, activities.length)];
            if (activity) await undoActivity.execute(context, { activity, reason: "x" });
            return;
          }
          case "due":
            await runDue(context);
        }
      };

      for (const { days, acts } of rounds) {
        at += days * 86_400_000 + 60_000;
        const now = new Date(at).toISOString();
        const outcomes = await Promise.allSettled(acts.map((one) => perform(one, now)));
        // A refusal is a fair answer; anything else is a bug.
        const broken = outcomes.flatMap((one) =>
          one.status === "rejected" && !(one.reason instanceof Problem) ? [one.reason] : [],
        );
        expect(broken).toEqual([]);
        expect(await shop.differences()).toEqual([]);
      }
    }),
    // A life that breaks a law is told although making it smaller has to be cut short.
    { numRuns: 40, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);
