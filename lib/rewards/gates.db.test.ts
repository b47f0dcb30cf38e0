import { afterEach, expect, test } from "vitest";
import { onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { previewPurchase } from "@/lib/earning/queries/preview-purchase";
import { uuidv7 } from "@/lib/kernel/ids";
import { applyProgram } from "@/lib/program/commands/apply-program";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { tagMembers } from "@/lib/segments/commands/tag-members";
import { grantReward } from "./commands/grant-reward";
import { redeemReward } from "./commands/redeem-reward";
import { listGifts } from "./queries/list-gifts";
import { listOwnRewards } from "./queries/list-own-rewards";
import { rewardsDue } from "./run-due";

const database = await testDatabase();
let merchant: TestMerchant;
let shop: Shopping;

type Reward = NonNullable<ProgramInput["rewards"]>[number];
const gates: Partial<Reward> = { tags: ["vip"], dates: { from: "2026-03-01", to: "2026-06-30" } };
const cake = (more: Partial<Reward> = {}): Reward => ({
  key: "cake",
  name: "A slice of cake",
  gives: { kind: "product" },
  price: { kind: "granted", on: ["birthday", "treat", "apology", "tier"] },
  ...more,
});
const gold = { key: "gold", name: "Gold", needs: { points: 1000 } };

async function open(program: ProgramInput) {
  merchant = await testMerchant(database, {
    program: {
      earning: { rules: [onePerUnit] },
      qualification: { window: { kind: "calendarYear" } },
      ...program,
    },
  });
  shop = shopping(database, merchant);
}

const noonOf = (day: string) => new Date(`${day}T12:00:00+03:00`);
const by = (day: string) => ({ actor: merchant.actor, now: noonOf(day), database });
const member = async (enrolment: object = {}) => (await testMember(database, merchant, enrolment)).id;
const vip = (id: string, off = false) =>
  tagMembers.execute(by("2026-03-01"), { members: [id], tag: "vip", off });
const given = async () => {
  const rows = await database.sql<{ member: string }[]>`
    select member_id as member from redemption where merchant_id = ${merchant.merchantId} order by redeemed_at`;
  return rows.map((row) => row.member);
};

afterEach(async () => expect(await shop.differences()).toEqual([]));

test("a birthday cake for members marked vip, until 30 June: not without the mark, not in July, and in May with it", async () => {
  await open({ rewards: [cake(gates)] });
  await member({ birthday: "1990-05-10" });
  const [may, july] = [await member({ birthday: "1990-05-10" }), await member({ birthday: "1990-07-02" })];
  await vip(may);
  await vip(july);
  await rewardsDue(by("2026-05-10"));
  await rewardsDue(by("2026-07-02"));
  expect(await given()).toEqual([may]);
});

test("a treat and an apology for Gold only, until 30 June: refused without Gold, without the mark and in July, given in May", async () => {
  await open({ tiers: [gold], rewards: [cake({ ...gates, tiers: ["gold"] })] });
  const id = await member();
  const give = (occasion: string, day: string) =>
    grantReward.execute(by(day), { member: { id }, reward: "cake", occasion, reason: "a long wait" });
  await vip(id);
  await expect(give("treat", "2026-05-10")).rejects.toMatchObject({ code: "reward_tier" });
  await shop.buy(id, { lines: [100_000], at: noonOf("2026-05-09").toISOString() });
  await expect(give("apology", "2026-07-01")).rejects.toMatchObject({
    code: "reward_over",
    fields: [{ path: "reward", code: "reward.reward_over" }],
  });
  await give("treat", "2026-05-10");
  await vip(id, true);
  await expect(give("apology", "2026-05-10")).rejects.toMatchObject({ code: "reward_gated" });
});

test("what comes with Gold until 30 June to members marked vip: one of three who become Gold gets it", async () => {
  await open({ tiers: [{ ...gold, rewards: ["cake"] }], rewards: [cake(gates)] });
  const [marked, unmarked, late] = [await member(), await member(), await member()];
  await vip(marked);
  await vip(late);
  for (const [id, day] of [
    [marked, "2026-05-10"],
    [unmarked, "2026-05-10"],
    [late, "2026-07-02"],
  ] as const)
    await shop.buy(id, { lines: [100_000], at: noonOf(day).toISOString() });
  expect(await given()).toEqual([marked]);
});

test("an experience is had at its evenings: it is neither given at the till nor on a birthday, and stands on no list of gifts", async () => {
  await open({ rewards: [cake({ gives: { kind: "experience" } })] });
  const id = await member({ birthday: "1990-05-10" });
  await expect(
    grantReward.execute(by("2026-05-10"), {
      member: { id },
      reward: "cake",
      occasion: "treat",
      reason: "a long wait",
    }),
  ).rejects.toMatchObject({
    code: "reward_evening",
    fields: [{ path: "reward", code: "reward.reward_evening" }],
  });
  await rewardsDue(by("2026-05-10"));
  expect(await given()).toEqual([]);
  expect(await listGifts.execute(by("2026-05-10"), {})).toEqual([]);
});

test("birthday cake from 1 June, for Gold from 1 May: of two born on 10 May the one who is Gold gets it", async () => {
  await open({
    tiers: [gold],
    rewards: [cake({ dates: { from: "2026-06-01" }, earlier: [{ tier: "gold", from: "2026-05-01" }] })],
  });
  const [golden] = [await member({ birthday: "1990-05-10" }), await member({ birthday: "1990-05-10" })];
  await shop.buy(golden, { lines: [100_000], at: noonOf("2026-05-01").toISOString() });
  await rewardsDue(by("2026-05-10"));
  expect(await given()).toEqual([golden]);
});

const priced = (points: number): ProgramInput => ({
  tiers: [gold],
  rewards: [cake({ price: { kind: "points", points, tiers: [{ tier: "gold", points: 100 }] } })],
});

test("Gold of 2025 ended with 2026 and no job has run: in 2027 10.00 is shown to earn 10 and the cake costs 500 on the card and when it is taken, not 20 and 100", async () => {
  await open({
    ...priced(500),
    earning: {
      rules: [
        onePerUnit,
        {
          key: "gold",
          name: "Gold doubles",
          when: { tiers: ["gold"] },
          effect: { kind: "multiplier", factor: 20_000 },
        },
      ],
    },
  });
  const id = await member({ enrolledAt: new Date("2025-01-01T09:00:00Z") });
  await shop.buy(id, { lines: [100_000], at: "2025-12-01T12:00:00+03:00" });
  const offered = async (day: string) => {
    const { offers } = await listOwnRewards.execute(
      { ...by(day), actor: merchant.member(id) },
      { locale: "en" },
    );
    return offers.map(({ points, usualPoints }) => [points, usualPoints]);
  };
  expect(await offered("2026-11-20")).toEqual([[100, 500]]);
  expect(await offered("2027-02-03")).toEqual([[500, null]]);
  const shown = async (day: string) =>
    (
      await previewPurchase.execute(by(day), {
        member: { id },
        occurredAt: noonOf(day).toISOString(),
        lines: [{ productType: "coffee", amount: 1000 }],
        locale: "en",
      })
    ).points;
  expect([await shown("2026-11-20"), await shown("2027-02-03")]).toEqual([20, 10]);
  const { points } = await redeemReward.execute(by("2027-02-03"), { member: { id }, reward: "cake" });
  expect(points).toEqual({ spent: 500, balance: 500 });
});

test("taken, the answer lost, the cake gone from the program: the same tap again is answered as it was", async () => {
  await open(priced(500));
  const id = await member();
  await shop.buy(id, { lines: [90_000], at: "2026-03-10T12:00:00+03:00" });
  const tap = { member: { id }, reward: "cake", id: uuidv7() };
  const first = await redeemReward.execute(by("2026-03-11"), tap);
  expect(first.points).toEqual({ spent: 500, balance: 400 });
  const without = programSchema.parse({ earning: { rules: [onePerUnit] } });
  await applyProgram.execute(by("2026-03-12"), { content: without });
  expect((await redeemReward.execute(by("2026-03-12"), tap)).redemption).toEqual(first.redemption);
  await expect(redeemReward.execute(by("2026-03-12"), { ...tap, id: uuidv7() })).rejects.toMatchObject({
    code: "reward_not_found",
  });
});
