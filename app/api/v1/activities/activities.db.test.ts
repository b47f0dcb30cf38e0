import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { applyProgram } from "@/lib/program/commands/apply-program";

const database = await testDatabase();
const activities = [
  { key: "review", name: "Review", points: 50, limits: [{ per: "ever" as const, times: 1 }] },
  { key: "cup", name: "Own cup", points: 5, caps: [{ per: "day" as const, points: 10 }] },
  {
    key: "post",
    name: "Forum post",
    points: 20,
    approval: true,
    limits: [{ per: "day" as const, times: 1 }],
  },
  { key: "draw", name: "Draw", points: 10, budget: 35 },
  { key: "held", name: "Held", points: 30, holdDays: 30 },
  { key: "visit", name: "Event visit", points: 0, from: ["staff" as const] },
];
const shop = await testMerchant(database, { program: { activities } });
const other = await testMerchant(database, { program: { activities } });
const api = await testApi(database, shop);
const foreign = await testApi(database, other);
const now = new Date();
const at = "2026-06-01T12:00:00+03:00";
let sent = 0;

interface Answer {
  activity: { id: string; status: string };
  award: {
    points: number;
    pending: number;
    balance: number;
    explanation: { points: number; reason: string }[];
  };
}

const body = (member: string, type: string, more: object = {}) => {
  sent += 1;
  return { externalId: `a${sent}`, member: { id: member }, type, occurredAt: at, ...more };
};
const record = async (member: string, type: string, more: object = {}) =>
  (await api.post("/activities", body(member, type, more))).body as Answer;
const newMember = async () => (await testMember(database, shop)).id;
const balance = async (id: string) => ((await api.get(`/members/${id}`)).body as { balance: number }).balance;

describe("POST /activities", () => {
  test("a review earns 50 and says why; it is in the ledger with its explanation", async () => {
    const member = await newMember();
    const { status, body: answer } = await api.post("/activities", body(member, "review"));
    expect([status, answer]).toMatchObject([
      201,
      {
        activity: { member, type: "review", status: "recorded" },
        award: {
          points: 50,
          pending: 0,
          balance: 50,
          explanation: [{ points: 50, reason: "50 for “Review”." }],
        },
      },
    ]);
    const { id } = (answer as Answer).activity;
    expect((await api.get(`/activities/${id}`)).body).toEqual(answer);
    expect((await api.get(`/members/${member}/ledger`)).body).toMatchObject({
      entries: [
        { kind: "earn", points: 50, activity: { id, type: "review", explanation: [{ points: 50 }] } },
      ],
    });
  });

  test("sent ten times at once it is recorded once and answered alike; with another body it is refused", async () => {
    const member = await newMember();
    const one = body(member, "cup");
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post("/activities", one)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await balance(member)).toBe(5);
    const changed = await api.post("/activities", { ...one, type: "review" });
    expect([changed.status, fieldsOf(changed.body)]).toEqual([422, ["externalId used"]]);
    const elsewhere = await api.post("/activities", { ...one, member: { id: await newMember() } });
    expect([elsewhere.status, fieldsOf(elsewhere.body)]).toEqual([422, ["externalId used"]]);
  });

  test("once for all: the second review is recorded, gives 0 and says so", async () => {
    const member = await newMember();
    await record(member, "review");
    expect(await record(member, "review")).toMatchObject({
      activity: { status: "recorded" },
      award: { points: 0, balance: 50, explanation: [{ points: 50 }, { points: -50 }] },
    });
  });

  test("twenty cups at once against 10 a day: 10, whoever comes first", async () => {
    const member = await newMember();
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(member, "cup")));
    expect(answers.reduce((sum, { award }) => sum + award.points, 0)).toBe(10);
    expect(await balance(member)).toBe(10);
  });

  test("twenty members at once draw on a budget of 35 at 10 each: 35 are given", async () => {
    const members = await Promise.all(Array.from({ length: 20 }, newMember));
    const answers = await Promise.all(members.map((member) => record(member, "draw")));
    expect(answers.reduce((sum, { award }) => sum + award.points, 0)).toBe(35);
  });

  test("held for 30 days: of yesterday it is pending, of June it has arrived", async () => {
    const member = await newMember();
    const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
    expect((await record(member, "held", { occurredAt: yesterday })).award).toMatchObject({
      points: 30,
      pending: 30,
      balance: 0,
    });
    expect((await record(member, "held")).award).toMatchObject({ points: 30, pending: 0, balance: 30 });
  });

  test("what has to be approved waits and gives nothing yet", async () => {
    const member = await newMember();
    expect(await record(member, "post")).toMatchObject({
      activity: { status: "waiting" },
      award: { points: 0, balance: 0, explanation: [] },
    });
  });

  test("one that arrives late is judged by the rules of its own day", async () => {
    const late = await testMerchant(database, {
      program: { activities: [{ key: "cup", name: "Cup", points: 5 }] },
    });
    const client = await testApi(database, late);
    const { id } = await testMember(database, late);
    await applyProgram.execute(
      { actor: late.job, now, database },
      { content: { activities: [{ key: "cup", name: "Cup", points: 9 }] }, from: "2026-07-01T00:00:00Z" },
    );
    const given = async (occurredAt: string) =>
      ((await client.post("/activities", body(id, "cup", { occurredAt }))).body as Answer).award.points;
    expect([await given("2026-06-30T12:00:00Z"), await given("2026-07-02T12:00:00Z")]).toEqual([5, 9]);
  });

  test.each<[string, object, string]>([
    ["no such activity", { type: "dance" }, "type activity.unknown"],
    ["one that only staff record", { type: "visit" }, "type activity.not_from_api"],
    ["no member by that name", { member: { externalId: "nobody" } }, "member member_not_found"],
    ["a day to come", { occurredAt: "2199-01-01T00:00:00Z" }, "occurredAt in_future"],
    ["no day at all", { occurredAt: "yesterday" }, "occurredAt instant"],
    ["a list as data", { data: { tags: ["a"] } }, "data.tags type"],
    [
      "a thousand things as data",
      { data: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 1])) },
      "data activity.data",
    ],
    ["a field that there is not", { points: 1_000_000 }, "points unknown"],
    ["an empty id", { externalId: " " }, "externalId required"],
  ])("%s is refused, naming the field", async (_, wrong, field) => {
    const { status, body: refusal } = await api.post("/activities", {
      ...body(await newMember(), "review"),
      ...wrong,
    });
    expect([status, fieldsOf(refusal)]).toEqual([422, [field]]);
  });

  test("another shop's member is nobody, another shop's activity is nothing", async () => {
    const member = await newMember();
    const { activity } = await record(member, "review");
    expect((await foreign.post("/activities", body(member, "review"))).status).toBe(422);
    expect((await foreign.get(`/activities/${activity.id}`)).status).toBe(404);
    expect((await foreign.post(`/activities/${activity.id}/undo`, { reason: "x" })).status).toBe(404);
    expect(await balance(member)).toBe(50);
  });
});

describe("POST /activities/{id}/undo", () => {
  test("takes the 50 back; the review may then be written again and gives 50", async () => {
    const member = await newMember();
    const { activity } = await record(member, "review");
    const undone = await api.post(`/activities/${activity.id}/undo`, { reason: "Of another shop" });
    expect([undone.status, undone.body]).toEqual([
      201,
      { activity: { id: activity.id, status: "undone" }, points: { taken: 50, writtenOff: 0, balance: 0 } },
    ]);
    expect((await api.get(`/members/${member}/ledger`)).body).toMatchObject({
      entries: [
        {
          kind: "refund",
          points: -50,
          reverses: 1,
          reason: "Of another shop",
          activity: { id: activity.id },
        },
        { kind: "earn", points: 50 },
      ],
    });
    expect((await record(member, "review")).award).toMatchObject({ points: 50, balance: 50 });
  });

  test("twice, ten times at once: once", async () => {
    const member = await newMember();
    await record(member, "cup");
    const { activity } = await record(member, "review");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post(`/activities/${activity.id}/undo`, { reason: "x" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
    expect(await balance(member)).toBe(5);
  });

  test("30 of the 50 were spent: 20 are taken from its own lot, 30 are owed", async () => {
    const member = await newMember();
    const { activity } = await record(member, "review");
    await api.post("/points/spends", { member: { id: member }, points: 30, reference: "Simit" });
    const undone = await api.post(`/activities/${activity.id}/undo`, { reason: "x" });
    expect(undone.body).toMatchObject({ points: { taken: 50, balance: -30 } });
  });
});

test("after all of it every balance, lot and day total holds; 25 written over the 35 of a budget are named", async () => {
  const found = await verifyLedger.execute({ actor: shop.job, now, database }, {});
  expect(found).toMatchObject({ differences: [] });

  await database.sql`update budget_use set used = 25 where merchant_id = ${shop.merchantId} and rule = '@draw'`;
  expect(await verifyLedger.execute({ actor: shop.job, now, database }, {})).toMatchObject({
    differences: [
      {
        law: "what activities used of a budget = what those that stand were given of it",
        subject: "budget @draw",
        recorded: "25",
        recomputed: "35",
      },
    ],
  });
});
