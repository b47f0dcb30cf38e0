import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { unmergeMembers } from "@/lib/members/commands/unmerge-members";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";

const database = await testDatabase();
const morning = "2026-03-10T09:00:00+03:00";
const noon = "2026-03-10T12:00:00+03:00";
const by = { now: new Date(noon), database };

/** At most 100 points a day in all and 60 of the base rule; a bonus of 30 while its 45 last; a review counts once a week. */
async function limitedShop() {
  const merchant = await testMerchant(database, {
    program: {
      earning: {
        caps: [{ per: "day", points: 100 }],
        rules: [
          { ...onePerUnit, caps: [{ per: "day", points: 60 }] },
          {
            key: "big",
            name: "Big",
            when: { minimumSpend: 5000 },
            effect: { kind: "bonus", points: 30 },
            budget: 45,
          },
        ],
      },
      activities: [{ key: "review", name: "Review", points: 10, limits: [{ per: "week", times: 1 }] }],
    },
  });
  const [one, two] = [await testMember(database, merchant), await testMember(database, merchant)];
  const shop = shopping(database, merchant);
  const context = { ...by, actor: merchant.actor };
  const caps = async (memberId: string) => {
    const rows = await database.sql<{ key: string; used: number }[]>`
      select rule || ' ' || period as key, used from cap_use
      where merchant_id = ${merchant.merchantId} and member_id = ${memberId} and used <> 0 order by 1`;
    return Object.fromEntries(rows.map(({ key, used }) => [key, used]));
  };
  const broken = async () =>
    (await verifyLedger.execute(context, {})).differences.map(
      ({ law, subject, recorded, recomputed }) =>
        `${law}: ${subject.replace(/[0-9a-f-]{36}/, "")}: ${recorded}, recomputed ${recomputed}`,
    );
  return { ...merchant, shop, context, caps, broken, one: one.id, two: two.id };
}

/** 50.00 (50 + 30), of which 20.00 went back (30 + 0); then 60.00 (30 + 30); a review; and 55.00 of another (55 + 15). */
async function boughtAndReviewed() {
  const place = await limitedShop();
  const { shop, one, two, context } = place;
  const { purchase } = await shop.buy(one, { lines: [5000], at: morning });
  await shop.refund(purchase.id, { amount: 2000 }, morning);
  await shop.buy(one, { lines: [6000], at: noon });
  await recordActivity.execute(context, {
    externalId: "review-1",
    member: { id: one },
    type: "review",
    occurredAt: noon,
  });
  await shop.buy(two, { lines: [5500], at: noon });
  return place;
}

test("30 + (30 + 30) of the day's 100, 60 of the rule's 60, one review of the week, 30 + 15 of the budget of 45: no law is broken", async () => {
  const { broken, caps, one, two } = await boughtAndReviewed();
  expect(await caps(one)).toEqual({
    "* d:2026-03-10": 90,
    "base d:2026-03-10": 60,
    "#review w:2026-03-09": 1,
  });
  expect(await caps(two)).toEqual({ "* d:2026-03-10": 70, "base d:2026-03-10": 55 });
  expect(await broken()).toEqual([]);
});

const capLaw = "what a member used of caps = what their purchases and activities use of them: member ";
const budgetLaw = "what was used of a rule's budget = what purchases were given of it: budget big";

test.each([
  [
    "five points of headroom too many",
    "update cap_use set used = used - 5 where merchant_id = $1 and rule = '*' and used = 90",
    [`${capLaw}, cap *:d:2026-03-10: 85, recomputed 90`],
  ],
  [
    "a cap that is forgotten",
    "delete from cap_use where merchant_id = $1 and rule = 'base' and used = 60",
    [`${capLaw}, cap base:d:2026-03-10: 0, recomputed 60`],
  ],
  [
    "a use of yesterday's cap by nobody's purchase",
    `insert into cap_use (merchant_id, member_id, period, rule, used)
     select merchant_id, member_id, 'd:2026-03-09', '*', 7 from cap_use where merchant_id = $1 and rule = '#review'`,
    [`${capLaw}, cap *:d:2026-03-09: 7, recomputed 0`],
  ],
  [
    "a review that takes two places",
    "update cap_use set used = 2 where merchant_id = $1 and rule = '#review'",
    [`${capLaw}, cap #review:w:2026-03-09: 2, recomputed 1`],
  ],
  [
    "a budget with a point more to give",
    "update budget_use set used = used - 1 where merchant_id = $1 and rule = 'big'",
    [`${budgetLaw}: 44, recomputed 45`],
  ],
  [
    "a budget that is forgotten",
    "delete from budget_use where merchant_id = $1 and rule = 'big'",
    [`${budgetLaw}: 0, recomputed 45`],
  ],
])("%s is named, and nothing else", async (_, tampering, differences) => {
  const { merchantId, broken } = await boughtAndReviewed();
  await database.sql.unsafe(tampering, [merchantId]);
  expect(await broken()).toEqual(differences);
});

test("20 of 49 taken back while two members were one: parted, one has used 40 of the day, the other 49 - 20 = 29", async () => {
  const { shop, one, two, caps, context, broken } = await limitedShop();
  await shop.buy(one, { lines: [4000], at: morning });
  const { purchase } = await shop.buy(two, { lines: [4900], at: morning });
  const { merge } = await mergeMembers.execute(context, { id: one, other: { id: two } });
  expect(await caps(one)).toEqual({ "* d:2026-03-10": 89, "base d:2026-03-10": 89 });
  expect(await caps(two)).toEqual({});
  await shop.refund(purchase.id, { amount: 2000 }, noon);
  expect(await caps(one)).toEqual({ "* d:2026-03-10": 69, "base d:2026-03-10": 69 });
  await unmergeMembers.execute(context, { id: one, merge: merge.id });
  expect(await caps(one)).toEqual({ "* d:2026-03-10": 40, "base d:2026-03-10": 40 });
  expect(await caps(two)).toEqual({ "* d:2026-03-10": 29, "base d:2026-03-10": 29 });
  expect(await broken()).toEqual([]);
});
