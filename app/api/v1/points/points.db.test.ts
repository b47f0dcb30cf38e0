import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";

const database = await testDatabase();
const shop = await testMerchant(database, { program: { adjustments: { approvalAbove: 1000 } } });
const other = await testMerchant(database, {});
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

describe("POST /points/adjustments", () => {
  test("adds 50, takes 20, and both are in the ledger with their reasons", async () => {
    const member = await memberWith(0);
    const added = await api.post("/points/adjustments", { member, points: 50, reason: "A spilled coffee" });
    expect([added.status, added.body]).toEqual([
      201,
      {
        adjustment: {
          member: member.id,
          status: "done",
          request: null,
          points: 50,
          reason: "A spilled coffee",
        },
        points: { balance: 50 },
      },
    ]);
    expect(
      (await api.post("/points/adjustments", { member, points: -20, reason: "Counted twice" })).body,
    ).toMatchObject({
      points: { balance: 30 },
    });
    expect((await api.get(`/members/${member.id}/ledger`)).body).toMatchObject({
      entries: [
        { kind: "adjust", points: -20, reason: "Counted twice" },
        { kind: "adjust", points: 50, reason: "A spilled coffee" },
      ],
    });
  });

  test("above the owner's limit of 1,000 it waits, and the balance stays", async () => {
    const member = await memberWith(0);
    const { status, body } = await api.post("/points/adjustments", {
      member,
      points: 1001,
      reason: "A year of bad coffee",
    });
    expect([status, body]).toMatchObject([
      201,
      { adjustment: { status: "waiting" }, points: { balance: 0 } },
    ]);
    expect(await balance(member.id)).toBe(0);
  });
});

describe("POST /points/spends", () => {
  test("takes 500 of 1,000", async () => {
    const member = await memberWith(1000);
    const { status, body } = await api.post("/points/spends", { member, points: 500, reference: "Tote bag" });
    expect([status, body]).toEqual([
      201,
      { spend: { member: member.id, entry: 2, reference: "Tote bag" }, points: { spent: 500, balance: 500 } },
    ]);
  });

  test("fifty at once of 100 points against a balance of 100: one succeeds, 49 are told", async () => {
    const member = await memberWith(100);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        api.post("/points/spends", { member, points: 100, reference: "cake" }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(49);
    for (const { body } of refused)
      expect([(body as Refusal).code, fieldsOf(body)]).toEqual([
        "insufficient_points",
        ["points insufficient_points"],
      ]);
    expect(await balance(member.id)).toBe(0);
  });

  test("ten times with one Idempotency-Key is once", async () => {
    const member = await memberWith(100);
    const headers = { "idempotency-key": "spend-1" };
    const spend = (points: number) =>
      api.post("/points/spends", { member, points, reference: "cake" }, headers);
    const answers = await Promise.all(Array.from({ length: 10 }, () => spend(10)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await balance(member.id)).toBe(90);
    const other = await spend(11);
    expect([other.status, (other.body as Refusal).code]).toEqual([422, "idempotency_mismatch"]);
  });
});

describe("POST /points/gifts", () => {
  test("moves 30 of 100 from one to the other", async () => {
    const [from, to] = [await memberWith(100), await memberWith(5)];
    const { status, body } = await api.post("/points/gifts", { from, to, points: 30, reference: "Birthday" });
    expect([status, body]).toMatchObject([
      201,
      { gift: { from: from.id, to: to.id, points: 30 }, points: { fromBalance: 70, toBalance: 35 } },
    ]);
  });

  test("twenty at once of a whole balance: one succeeds", async () => {
    const [from, to] = [await memberWith(100), await memberWith(0)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post("/points/gifts", { from, to, points: 100 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    expect([await balance(from.id), await balance(to.id)]).toEqual([0, 100]);
  });

  test("to oneself, under a second name too, and where the program passes none, it is refused", async () => {
    const { id, card } = (await api.post("/members", {})).body as { id: string; card: string };
    const self = await api.post("/points/gifts", { from: { id }, to: { card }, points: 1 });
    expect([self.status, fieldsOf(self.body)]).toEqual([422, ["to gift_to_self"]]);
    const place = await testMerchant(database, { program: { gifts: { enabled: false } } });
    const till = await testApi(database, place);
    const gift = { from: await memberWith(10, till), to: await memberWith(0, till), points: 1 };
    expect((await till.post("/points/gifts", gift)).body).toMatchObject({
      status: 409,
      code: "gifts_disabled",
    });
  });

  test("another shop's member is not known on either side", async () => {
    const [ours, theirs] = [await memberWith(10), await memberWith(10, foreign)];
    expect(fieldsOf((await api.post("/points/gifts", { from: ours, to: theirs, points: 1 })).body)).toEqual([
      "to member_not_found",
    ]);
    expect(fieldsOf((await api.post("/points/gifts", { from: theirs, to: ours, points: 1 })).body)).toEqual([
      "from member_not_found",
    ]);
  });
});

const rich = await memberWith(100);

describe("bad input", () => {
  const valid: Record<string, (id: string) => Record<string, unknown>> = {
    adjustments: (id) => ({ member: { id }, points: 5, reason: "x" }),
    spends: (id) => ({ member: { id }, points: 5, reference: "x" }),
    gifts: (id) => ({ from: { id }, to: { id: unknownId }, points: 5 }),
  };
  const numbers: [unknown, string][] = [
    [undefined, "required"],
    [null, "type"],
    ["5", "type"],
    [1.5, "type"],
    [true, "type"],
    [1_000_000_001, "too_big.number"],
  ];
  const cases: [string, object, string][] = [
    ...Object.keys(valid).flatMap((kind) =>
      numbers.map(([points, code]): [string, object, string] => [kind, { points }, `points ${code}`]),
    ),
    ["adjustments", { points: 0 }, "points points.zero"],
    ["adjustments", { points: -1_000_000_001 }, "points too_small.number"],
    ["adjustments", { reason: "" }, "reason required"],
    ["adjustments", { reason: undefined }, "reason required"],
    ["adjustments", { reason: "x".repeat(501) }, "reason too_big.string"],
    ["adjustments", { member: { id: unknownId } }, "member member_not_found"],
    ["adjustments", { points: -101 }, "points insufficient_points"],
    ["spends", { points: 0 }, "points too_small.number"],
    ["spends", { points: -5 }, "points too_small.number"],
    ["spends", { reference: undefined }, "reference required"],
    ["spends", { member: undefined }, "member required"],
    ["spends", { member: { id: unknownId } }, "member member_not_found"],
    ["spends", { points: 101 }, "points insufficient_points"],
    ["gifts", { points: 0 }, "points too_small.number"],
    ["gifts", { from: undefined }, "from required"],
    ["gifts", { to: {} }, "to member_ref"],
    ["gifts", { to: { id: unknownId } }, "to member_not_found"],
    ["gifts", { message: "hi" }, "message unknown"],
  ];

  test.each(cases)("%s refuses %j by name", async (kind, change, expected) => {
    const { status, body } = await api.post(`/points/${kind}`, { ...valid[kind]?.(rich.id), ...change });
    expect(fieldsOf(body)).toEqual([expected]);
    expect(status).toBe(expected.endsWith("insufficient_points") ? 409 : 422);
    expect(await balance(rich.id)).toBe(100);
  });

  test.each(["adjustments", "spends"])("%s of another shop's member: not known", async (kind) => {
    const { status, body } = await foreign.post(`/points/${kind}`, valid[kind]?.(rich.id));
    expect([status, fieldsOf(body)]).toEqual([422, ["member member_not_found"]]);
  });
});
