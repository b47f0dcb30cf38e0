import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import type { ProgramInput } from "@/lib/program/schemas";

const program: ProgramInput = {
  tiers: [{ key: "gold", name: "Gold" }],
  rewards: [
    {
      key: "coffee",
      name: "Coffee",
      gives: { kind: "product" },
      price: { kind: "points", points: 100 },
      validDays: 30,
    },
    { key: "mug", name: "Mug", gives: { kind: "service" }, price: { kind: "points", points: 10 }, stock: 3 },
    {
      key: "tree",
      name: "A tree",
      gives: { kind: "donation", cause: "Trees", amount: 500 },
      price: { kind: "points", points: 20 },
    },
    {
      key: "cake",
      name: "Birthday cake",
      gives: { kind: "treat" },
      price: { kind: "granted", on: ["birthday"] },
    },
    {
      key: "vip",
      name: "Tasting",
      gives: { kind: "experience" },
      price: { kind: "points", points: 5 },
      tiers: ["gold"],
    },
  ],
};
const database = await testDatabase();
const shop = await testMerchant(database, { program });
const other = await testMerchant(database, { program });
const api = await testApi(database, shop);
const foreign = await testApi(database, other);
const unknownId = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";

type Refusal = { code: string };

async function memberWith(points: number, client = api): Promise<{ id: string }> {
  const { id } = (await client.post("/members", {})).body as { id: string };
  if (points > 0)
    await client.post("/points/adjustments", { member: { id }, points, reason: "Opening balance" });
  return { id };
}
const balance = async (id: string) => ((await api.get(`/members/${id}`)).body as { balance: number }).balance;

interface Taken {
  redemption: { id: string };
  voucher: { code: string; expiresAt: string | null };
}
const take = async (member: { id: string }, more: object = {}, headers?: Record<string, string>) =>
  api.post("/redemptions", { member, reward: "coffee", ...more }, headers);
const taken = async (points = 100) => (await take(await memberWith(points))).body as Taken;

describe("POST /redemptions", () => {
  test("250 points, two coffees: 200 spent, 50 left, one voucher", async () => {
    const member = await memberWith(250);
    const { status, body } = await take(member, { quantity: 2 });
    expect([status, body]).toMatchObject([
      201,
      {
        redemption: { member: member.id, reward: "coffee", quantity: 2, status: "open", source: "points" },
        points: { spent: 200, balance: 50 },
      },
    ]);
    const { voucher } = body as Taken;
    expect(voucher.code).toMatch(/^[A-Z2-9]{12}$/);
    expect((await api.get(`/members/${member.id}/ledger`)).body).toMatchObject({
      entries: [{ kind: "spend", points: -200, reference: "Coffee" }, { kind: "adjust" }],
    });
  });

  test("a donation has no voucher and is added to what its cause was given: 2 x 5.00", async () => {
    const member = await memberWith(100);
    const { body } = await take(member, { reward: "tree", quantity: 2 });
    expect(body).toMatchObject({ redemption: { status: "used" }, voucher: null, points: { balance: 60 } });
    const { rewards } = (await api.get("/rewards")).body as {
      rewards: { reward: { key: string }; donated: number | null }[];
    };
    expect(rewards.find(({ reward }) => reward.key === "tree")?.donated).toBe(1000);
  });

  test("ten times with one Idempotency-Key is once; with another body it is refused", async () => {
    const member = await memberWith(500);
    const headers = { "idempotency-key": "redeem-1" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(member, {}, headers)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await balance(member.id)).toBe(400);
    const again = await take(member, { quantity: 2 }, headers);
    expect([again.status, (again.body as Refusal).code]).toEqual([422, "idempotency_mismatch"]);
  });

  test("thirty at once for 10 points each against a stock of 3 and a balance of 300: 3 succeed, 27 are told", async () => {
    const member = await memberWith(300);
    const answers = await Promise.all(Array.from({ length: 30 }, () => take(member, { reward: "mug" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(3).fill(201),
      ...Array(27).fill(409),
    ]);
    expect(await balance(member.id)).toBe(270);
  });

  test("a member of another shop, a key without the scope, and what is given on occasions only are refused", async () => {
    const theirs = await memberWith(100, foreign);
    expect(fieldsOf((await take(theirs)).body)).toEqual(["member member_not_found"]);
    const reader = await testApi(database, shop, { scopes: ["rewards:read"] });
    expect((await reader.post("/redemptions", { member: theirs, reward: "coffee" })).status).toBe(403);
    const member = await memberWith(100);
    expect((await take(member, { reward: "cake" })).body).toMatchObject({
      status: 409,
      code: "reward_granted",
    });
    expect((await take(member, { reward: "vip" })).body).toMatchObject({ code: "reward_tier" });
  });

  const cases: [object, string][] = [
    [{ member: undefined }, "member required"],
    [{ member: {} }, "member member_ref"],
    [{ member: { id: unknownId } }, "member member_not_found"],
    [{ reward: undefined }, "reward required"],
    [{ reward: "tea" }, "reward reward.not_found"],
    [{ reward: "a:b" }, "reward program.key"],
    [{ quantity: 0 }, "quantity too_small.number"],
    [{ quantity: 1.5 }, "quantity type"],
    [{ quantity: "2" }, "quantity type"],
    [{ quantity: 101 }, "quantity too_big.number"],
    [{ quantity: 2 }, "reward insufficient_points"],
    [{ version: 2 }, "version reward.version"],
    [{ id: "x" }, "id id"],
    [{ points: 5 }, "points unknown"],
  ];
  test.each(cases)("refuses %j by name and takes nothing", async (change, expected) => {
    const member = await memberWith(100);
    const { status, body } = await take(member, change);
    expect(fieldsOf(body)).toEqual([expected]);
    expect(status).toBe(expected.endsWith("insufficient_points") ? 409 : 422);
    expect(await balance(member.id)).toBe(100);
  });
});

describe("POST /redemptions/{id}/cancel", () => {
  test("gives the 100 back, once", async () => {
    const { redemption } = await taken();
    const path = `/redemptions/${redemption.id}/cancel`;
    const first = await api.post(path, { reason: "By mistake" });
    expect([first.status, first.body]).toMatchObject([
      200,
      { redemption: { status: "cancelled" }, points: { returned: 100, expired: 0, balance: 100 } },
    ]);
    expect((await api.post(path, {})).body).toMatchObject({ status: 409, code: "voucher_cancelled" });
  });

  test("another shop's, an unknown one and no id at all", async () => {
    const { redemption } = await taken();
    expect((await foreign.post(`/redemptions/${redemption.id}/cancel`, {})).status).toBe(404);
    expect((await api.post(`/redemptions/${unknownId}/cancel`, {})).status).toBe(404);
    expect((await api.post("/redemptions/x/cancel", {})).status).toBe(422);
  });
});

describe("vouchers", () => {
  test("one is read in any spelling, used once of twenty times at once, and then no longer to be cancelled", async () => {
    const { redemption, voucher } = await taken();
    const spelled = `${voucher.code.slice(0, 4)}-${voucher.code.slice(4).toLowerCase()}`;
    expect((await api.get(`/vouchers/${spelled}`)).body).toMatchObject({
      code: voucher.code,
      status: "open",
      points: 100,
    });
    const uses = await Promise.all(
      Array.from({ length: 20 }, (_, till) =>
        api.post(`/vouchers/${voucher.code}/use`, { reference: `till ${till}` }),
      ),
    );
    expect(uses.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    expect((await api.get(`/vouchers/${voucher.code}`)).body).toMatchObject({ status: "used" });
    expect((await api.post(`/redemptions/${redemption.id}/cancel`, {})).body).toMatchObject({
      code: "voucher_used",
    });
  });

  test("another shop's voucher, and one that does not exist, are not found", async () => {
    const { voucher } = await taken();
    expect((await foreign.get(`/vouchers/${voucher.code}`)).status).toBe(404);
    expect((await foreign.post(`/vouchers/${voucher.code}/use`, {})).status).toBe(404);
    expect((await api.get("/vouchers/KXPM4T9B7QHD")).status).toBe(404);
  });
});

describe("GET /rewards", () => {
  test("for a member with 40 points: a coffee for 100 lacks 60, the tasting lacks Gold, what is given is not offered", async () => {
    const { id } = await memberWith(40);
    const { status, body } = await api.get(`/rewards?member=${id}`);
    const { rewards } = body as { rewards: { reward: { key: string }; offer: unknown }[] };
    const offers = Object.fromEntries(rewards.map(({ reward, offer }) => [reward.key, offer]));
    expect(status).toBe(200);
    expect(offers).toMatchObject({
      coffee: {
        available: false,
        missing: [{ kind: "points", points: 60 }],
        toGo: { points: 60, visits: null },
      },
      vip: {
        available: false,
        missing: [{ kind: "tier", tiers: ["Gold"] }, { kind: "evening" }],
        toGo: null,
      },
      cake: null,
    });
  });

  test("another shop's member is not found", async () => {
    const { id } = await memberWith(0, foreign);
    expect((await api.get(`/rewards?member=${id}`)).status).toBe(404);
  });
});
