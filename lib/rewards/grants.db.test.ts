import { afterEach, describe, expect, it } from "vitest";
import { noon, type Shopping, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { uuidv7 } from "@/lib/kernel/ids";
import { lockMembers } from "@/lib/points/lock-members";
import type { ProgramInput } from "@/lib/program/schemas";
import { cancelRedemption } from "./commands/cancel-redemption";
import { grantReward } from "./commands/grant-reward";
import { moveFulfilment } from "./commands/move-fulfilment";
import { useVoucher } from "./commands/use-voucher";
import { addGrant, voidGrants } from "./grant";
import { listVouchers } from "./queries/list-vouchers";
import { listWaiting } from "./queries/list-waiting";
import { rewardsDue } from "./run-due";

const database = await testDatabase();
let shop: Shopping;
let merchant: TestMerchant;

type RewardInput = NonNullable<ProgramInput["rewards"]>[number];

const cake: RewardInput = {
  key: "cake",
  name: "A slice of cake",
  gives: { kind: "product" },
  price: { kind: "granted", on: ["birthday", "apology"] },
  validDays: 14,
};
const cookie: RewardInput = {
  key: "cookie",
  name: "A cookie",
  gives: { kind: "treat" },
  price: { kind: "granted", on: ["treat"] },
  limits: [{ per: "day", count: 1 }],
};
const bag: RewardInput = {
  key: "bag",
  name: "A bag of beans, ground",
  gives: { kind: "service" },
  price: { kind: "granted", on: ["tier", "apology"] },
  stock: 2,
};

async function open(rewards: RewardInput[] = [cake, cookie, bag]) {
  merchant = await testMerchant(database, { program: { rewards } });
  shop = shopping(database, merchant);
}

const by = (now: string) => ({ actor: merchant.actor, now: new Date(now), database });
const born = async (birthday: string) => (await testMember(database, merchant, { birthday })).id;
const give = (member: string, reward: string, occasion: string, now = noon) =>
  grantReward.execute(by(now), { member: { id: member }, reward, occasion, reason: "Spilled coffee" });
const due = (now: string) => rewardsDue(by(now));
const names = async (member: string, now = noon) =>
  (await listVouchers.execute(by(now), { member })).open.map((voucher) => voucher.name);

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("birthdays", () => {
  it("10 March in Istanbul has begun, in UTC it is still the 9th: those born on a 10 March are given cake, once a year", async () => {
    await open();
    const [today, tomorrow] = [await born("1990-03-10"), await born("1990-03-11")];
    expect(await due("2026-03-10T00:05:00+03:00")).toEqual({ vouchers: 0, birthdays: 1 });
    expect(await due("2026-03-10T23:00:00+03:00")).toEqual({ vouchers: 0, birthdays: 0 });
    expect([await names(today), await names(tomorrow)]).toEqual([["A slice of cake"], []]);
    expect(await due("2027-03-10T12:00:00+03:00")).toMatchObject({ birthdays: 1 });
  });

  it("no job ran for five days: who had a birthday meanwhile is given theirs, and two workers give it once", async () => {
    await open();
    const member = await born("1990-03-06");
    await Promise.all([due(noon), due(noon), due(noon)]);
    expect(await names(member)).toEqual(["A slice of cake"]);
  });

  it("taken away by staff it does not come again that year", async () => {
    await open();
    const member = await born("1990-03-10");
    await due(noon);
    const [voucher] = (await listVouchers.execute(by(noon), { member })).open;
    await cancelRedemption.execute(by(noon), { redemption: voucher?.redemption });
    expect(await due(noon)).toMatchObject({ birthdays: 0 });
  });

  it("born on 29 February: given it on the 28th in 2026 and on the 29th in 2028", async () => {
    await open();
    const member = await born("2000-02-29");
    expect(await due("2026-02-28T12:00:00+03:00")).toMatchObject({ birthdays: 1 });
    expect(await due("2028-02-28T12:00:00+03:00")).toMatchObject({ birthdays: 0 });
    expect(await due("2028-02-29T12:00:00+03:00")).toMatchObject({ birthdays: 1 });
    expect(await names(member, "2028-02-29T12:00:00+03:00")).toHaveLength(1);
  });
});

describe("given by staff", () => {
  it("a treat is given on the spot: used at once, without a voucher, one a day", async () => {
    await open();
    const member = await born("1990-01-01");
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => give(member, "cookie", "treat")));
    const codes = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toEqual(Array(5).fill("reward_limit"));
    expect(tries.find((one) => one.status === "fulfilled")).toMatchObject({
      value: { redemption: { status: "used", source: "treat" }, voucher: null },
    });
  });

  it("an apology carries its reason; on another occasion, and beyond a stock of 2, it is refused", async () => {
    await open();
    const member = await born("1990-01-01");
    await give(member, "bag", "apology");
    await give(member, "bag", "apology");
    await expect(give(member, "bag", "apology")).rejects.toMatchObject({ code: "out_of_stock" });
    await expect(give(member, "bag", "birthday")).rejects.toMatchObject({ code: "reward_not_granted" });
    expect((await listVouchers.execute(by(noon), { member })).open).toMatchObject([
      { reason: "Spilled coffee", points: 0, source: "apology" },
      { reason: "Spilled coffee" },
    ]);
  });
});

describe("given again because no answer came", () => {
  const tap = (member: string, id: string, reward = "bag", occasion = "apology", now = noon) =>
    grantReward.execute(by(now), { member: { id: member }, reward, occasion, id });

  it("the same id twice in a row is answered twice and given once, also when the stock of 2 is out meanwhile", async () => {
    await open();
    const [member, id] = [await born("1990-01-01"), uuidv7()];
    const first = await tap(member, id);
    await give(member, "bag", "apology");
    expect(await tap(member, id)).toEqual(first);
    expect(await names(member)).toHaveLength(2);
    expect(first.redemption.id).toBe(id);
  });

  it("six times at once: one bag, six answers with its voucher; a used one is answered as used", async () => {
    await open();
    const [member, id] = [await born("1990-01-01"), uuidv7()];
    const answers = await Promise.all(Array.from({ length: 6 }, () => tap(member, id)));
    expect(new Set(answers.map(({ voucher }) => voucher?.code)).size).toBe(1);
    expect(await names(member)).toHaveLength(1);
    await useVoucher.execute(by(noon), { code: answers[0]?.voucher?.code });
    expect(await tap(member, id)).toMatchObject({ redemption: { id, status: "used" } });
  });

  it("a treat of which one a day is given, asked for twice at once, is no second one: nobody is refused", async () => {
    await open();
    const [member, id] = [await born("1990-01-01"), uuidv7()];
    const answers = await Promise.all([1, 2].map(() => tap(member, id, "cookie", "treat")));
    expect(answers).toMatchObject([{ redemption: { id } }, { redemption: { id } }]);
  });

  it("the id of a bag for another reward, another member, in a row or at once, is refused and gives nothing; another shop may use it", async () => {
    await open();
    const [member, other, id] = [await born("1990-01-01"), await born("1991-01-01"), uuidv7()];
    const used = { code: "duplicate_external_id", fields: [{ path: "id", code: "used" }] };
    await tap(member, id);
    await expect(tap(member, id, "cake")).rejects.toMatchObject(used);
    await expect(tap(other, id)).rejects.toMatchObject(used);
    const next = uuidv7();
    const tries = await Promise.allSettled([member, other].map((one) => tap(one, next, "cake")));
    expect(tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual([used.code]);
    expect((await names(member)).length + (await names(other)).length).toBe(2);
    await open();
    expect(await tap(await born("1990-01-01"), id)).toMatchObject({ redemption: { id } });
  });

  it("what is no id is refused by its field", async () => {
    await open();
    await expect(tap(await born("1990-01-01"), "7")).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "id" }],
    });
  });
});

describe("what somebody has to get ready", () => {
  it("waits, is ready, is handed over: its voucher is used by that, and the list is empty", async () => {
    await open();
    const member = await born("1990-01-01");
    const { redemption, voucher } = await give(member, "bag", "apology");
    const move = (to: string) => moveFulfilment.execute(by(noon), { redemption: redemption.id, to });
    const waiting = async () =>
      (await listWaiting.execute(by(noon), {})).items.map((item) => item.fulfilment);
    expect(await waiting()).toEqual(["waiting"]);
    await move("ready");
    expect(await waiting()).toEqual(["ready"]);
    const tries = await Promise.allSettled([move("handed-over"), move("handed-over")]);
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    await expect(useVoucher.execute(by(noon), { code: voucher?.code })).rejects.toMatchObject({
      code: "voucher_used",
    });
    await expect(move("ready")).rejects.toMatchObject({ code: "not_waiting" });
    const other = { ...by(noon), actor: (await testMerchant(database)).actor };
    await expect(
      moveFulfilment.execute(other, { redemption: redemption.id, to: "ready" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("scanned at the till instead, or taken back, it leaves the list too", async () => {
    await open();
    const member = await born("1990-01-01");
    const scanned = await give(member, "bag", "apology");
    const cancelled = await give(member, "bag", "apology");
    expect(await useVoucher.execute(by(noon), { code: scanned.voucher?.code })).toMatchObject({
      fulfilment: "handed-over",
    });
    expect(await cancelRedemption.execute(by(noon), { redemption: cancelled.redemption.id })).toMatchObject({
      redemption: { fulfilment: "cancelled" },
    });
    expect((await listWaiting.execute(by(noon), {})).items).toEqual([]);
  });
});

describe("given with a tier, and voided with it", () => {
  const occasion = "tier:gold:2026-03-10";
  const enter = (memberId: string) =>
    database.transaction(async (tx) => {
      const context = { tx, actor: merchant.actor, now: new Date(noon) };
      const { members, batch, program, facts } = await lockMembers(context, [
        { path: "member", ref: { id: memberId } },
      ]);
      const reward = program.rewards.find((one) => one.key === "bag");
      if (!reward) throw new Error("the program has no bag");
      addGrant(batch, context, {
        member: members[0],
        reward,
        source: "tier",
        occasion,
        fromStock: false,
        version: 1,
        zone: facts.merchant.timezone,
      });
      tx.last(batch.statement(tx));
    });
  const leave = (memberId: string) =>
    database.transaction(async (tx) => {
      const context = { tx, actor: merchant.actor, now: new Date(noon) };
      const { batch } = await lockMembers(context, [{ path: "member", ref: { id: memberId } }]);
      const ended = await voidGrants(batch, context, { memberId, occasions: [occasion] });
      if (!batch.isEmpty) tx.last(batch.statement(tx));
      return ended.length;
    });

  it("promised is given although the stock of 2 is out; voided unused it ends, used it stays used", async () => {
    await open();
    const [one, other, third] = [
      await born("1990-01-01"),
      await born("1991-01-01"),
      await born("1992-01-01"),
    ];
    for (const member of [one, other, third]) await enter(member);
    await expect(enter(one)).rejects.toMatchObject({ code: "23505" });
    const [voucher] = (await listVouchers.execute(by(noon), { member: other })).open;
    await useVoucher.execute(by(noon), { code: voucher?.code });
    expect([await leave(one), await leave(other), await leave(one)]).toEqual([1, 0, 0]);
    expect([await names(one), await names(third)]).toEqual([[], ["A bag of beans, ground"]]);
  });
});
