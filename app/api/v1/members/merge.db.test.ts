import { afterEach, describe, expect, it } from "vitest";
import { noon, onePerUnit, type Shopping, shopping } from "@/db/testing/shopping";
import { type TestApi, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { following, staying } from "@/lib/members/merge-rows";
import { spendPoints } from "@/lib/points/commands/spend-points";
import type { ProgramInput } from "@/lib/program/schemas";

const database = await testDatabase();
let merchant: TestMerchant;
let shop: Shopping;
let api: TestApi;

async function open(program: ProgramInput = {}) {
  merchant = await testMerchant(database, {
    program: {
      tiers: [
        { key: "silver", name: "Silver" },
        { key: "gold", name: "Gold" },
      ],
      earning: { rules: [onePerUnit] },
      expiry: { kind: "after", months: 12 },
      ...program,
    },
  });
  shop = shopping(database, merchant);
  api = await testApi(database, merchant);
}

/** Two members with 100 and 200 points, as case 32 has it. */
async function two(program?: ProgramInput) {
  await open(program);
  const survivor = await testMember(database, merchant, {
    name: "Elif",
    email: "elif@example.com",
    tier: "silver",
  });
  const other = await testMember(database, merchant, {
    name: "E. Yıldırım",
    email: "e.yildirim@example.com",
    phone: "0532 123 45 67",
    externalId: "crm-7",
    tier: "gold",
    tags: ["oat milk"],
  });
  await shop.buy(survivor.id, { lines: [10_000], at: "2026-02-10T12:00:00+03:00" });
  const { purchase } = await shop.buy(other.id, { lines: [20_000], at: "2026-03-01T12:00:00+03:00" });
  return { survivor, other, purchase };
}

const by = (now = noon) => ({ actor: merchant.actor, now: new Date(now), database });
const merge = (id: string, other: unknown) => api.post(`/members/${id}/merge`, { other });
const unmerge = (id: string, body: unknown) => api.post(`/members/${id}/unmerge`, body);
const mergeId = (answer: { body: unknown }) => (answer.body as { merge: { id: string } }).merge.id;
const idOf = async (query: string) =>
  ((await api.get(`/members?${query}`)).body as { members: { id: string }[] }).members.map(({ id }) => id);
const balances = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await shop.balance(id)).balance));

afterEach(async () => expect(await shop.differences()).toEqual([]));

describe("case 32: two members are one person", () => {
  it("100 and 200 points are 300, in lots that expire when they did; the higher tier, tags and purchases come along", async () => {
    const { survivor, other } = await two();
    const { status, body } = await merge(survivor.id, { card: other.card });
    expect([status, body]).toMatchObject([
      200,
      {
        merge: { survivor: survivor.id, merged: other.id },
        points: { moved: 200, pending: 0, debt: 0, balance: 300 },
      },
    ]);
    expect((await api.get(`/members/${survivor.id}`)).body).toMatchObject({
      name: "Elif",
      phone: "+905321234567",
      externalId: "crm-7",
      tier: "gold",
      tags: ["oat milk"],
      balance: 300,
      purchaseCount: 2,
      spend: 30_000,
    });
    const lots = await database.sql`
      select remaining, expires_at::date::text as expires, origin_no as origin from lot
      where merchant_id = ${merchant.merchantId} and member_id = ${survivor.id} order by no`;
    expect(lots).toEqual([
      { remaining: 100, expires: "2027-02-10", origin: null },
      { remaining: 200, expires: "2027-03-01", origin: 1 },
    ]);
  });

  it("card, phone, both e-mail addresses, the shop's own id and the id itself lead to the survivor, who buys by any of them", async () => {
    const { survivor, other } = await two();
    await merge(survivor.id, { id: other.id });
    for (const query of [
      `card=${other.card}`,
      "phone=0532%20123%2045%2067",
      "email=e.yildirim@example.com",
      "email=elif@example.com",
      "externalId=crm-7",
    ])
      expect(await idOf(query), query).toEqual([survivor.id]);
    expect((await api.get(`/members/${other.id}`)).body).toMatchObject({ id: survivor.id });
    for (const member of [{ card: other.card }, { id: other.id }, { email: "e.yildirim@example.com" }]) {
      const { status } = await api.post("/purchases", {
        externalId: JSON.stringify(member),
        member,
        occurredAt: new Date(Date.now() - 60_000).toISOString(),
        lines: [{ productType: "coffee", amount: 1000 }],
      });
      expect(status).toBe(201);
    }
    expect(await balances(survivor.id, other.id)).toEqual([330, 0]);
    const taken = await api.post("/members", { email: "e.yildirim@example.com" });
    expect([taken.status, taken.body]).toMatchObject([409, { code: "member_exists" }]);
  });

  it("taken back at once everything is as it was: points, tier, phone, purchases, and the card is the other's again", async () => {
    const { survivor, other, purchase } = await two();
    const before = await Promise.all(
      [survivor, other].map(async ({ id }) => (await api.get(`/members/${id}`)).body),
    );
    const merged = await merge(survivor.id, { id: other.id });
    const { status, body } = await unmerge(survivor.id, { merge: mergeId(merged) });
    expect([status, body]).toMatchObject([
      200,
      { points: { back: 200, gone: 0, debtPaid: 0, survivor: 100, merged: 200 }, kept: [] },
    ]);
    const after = await Promise.all(
      [survivor, other].map(async ({ id }) => (await api.get(`/members/${id}`)).body),
    );
    expect(after).toEqual(before);
    expect(await idOf(`card=${other.card}`)).toEqual([other.id]);
    await shop.refund(purchase.id);
    expect(await balances(survivor.id, other.id)).toEqual([100, 0]);
  });

  it("250 of the 300 were spent, 100 of the survivor's own first: 50 go back, 150 are said to be gone", async () => {
    const { survivor, other } = await two();
    const merged = await merge(survivor.id, { id: other.id });
    await spendPoints.execute(by(), { member: { id: survivor.id }, points: 250, reference: "cake" });
    const { body } = await unmerge(survivor.id, { merge: mergeId(merged) });
    expect(body).toMatchObject({ points: { back: 50, gone: 150, survivor: 0, merged: 50 } });
  });

  it("what is bought and refunded after the merge: a purchase of the other's gives back its own 200, one made since stays with the survivor", async () => {
    const { survivor, other, purchase } = await two();
    const merged = await merge(survivor.id, { id: other.id });
    await shop.refund(purchase.id, { amount: 5_000 });
    expect(await balances(survivor.id)).toEqual([250]);
    await shop.buy(survivor.id, { lines: [4_000] });
    const { body } = await unmerge(survivor.id, { merge: mergeId(merged) });
    expect(body).toMatchObject({ points: { back: 150, gone: 50, survivor: 140, merged: 150 } });
    await shop.refund(purchase.id);
    expect(await balances(survivor.id, other.id)).toEqual([140, 0]);
  });

  it("100.00 paid with 20 points before the merge, refunded after it: the 20 go back into the lot they came from", async () => {
    await open({ pointValue: { points: 1, amount: 100 } });
    const survivor = await testMember(database, merchant);
    const other = await testMember(database, merchant);
    await shop.buy(other.id, { lines: [5_000] });
    const { purchase } = await shop.buy(other.id, { lines: [10_000], tender: 20 });
    await merge(survivor.id, { id: other.id });
    const before = (await shop.balance(survivor.id)).balance;
    expect(before).toBe(50 - 20 + 80);
    await shop.refund(purchase.id);
    expect(await balances(survivor.id)).toEqual([50]);
    const lots = await database.sql`
      select points, remaining from lot where merchant_id = ${merchant.merchantId} and member_id = ${survivor.id} order by no`;
    expect(lots).toEqual([
      { points: 50, remaining: 50 },
      { points: 80, remaining: 0 },
    ]);
  });

  it("A into B into C: A's card finds C; the first cannot be taken back before the second, then both can", async () => {
    await open();
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => testMember(database, merchant)));
    if (!a || !b || !c) throw new Error("three were enrolled");
    await shop.buy(a.id, { lines: [10_000] });
    const first = mergeId(await merge(b.id, { id: a.id }));
    const second = mergeId(await merge(c.id, { id: b.id }));
    expect(await idOf(`card=${a.card}`)).toEqual([c.id]);
    const early = await unmerge(b.id, { merge: first });
    expect([early.status, early.body]).toMatchObject([409, { code: "merge_covered" }]);
    await unmerge(c.id, { merge: second });
    expect(await idOf(`card=${a.card}`)).toEqual([b.id]);
    await unmerge(b.id, { merge: first });
    expect(await balances(a.id, b.id, c.id)).toEqual([100, 0, 0]);
  });
});

describe("what is refused, in words", () => {
  it("merging with oneself, one merged already, nobody, another shop's member, and a merge taken back twice", async () => {
    const { survivor, other } = await two();
    const stranger = await testMember(database, await testMerchant(database));
    const answers = async (id: string, ref: unknown) => {
      const { status, body } = await merge(id, ref);
      return [status, (body as { code: string }).code];
    };
    expect(await answers(survivor.id, { id: survivor.id })).toEqual([422, "merge_with_self"]);
    expect(await answers(survivor.id, { card: survivor.card })).toEqual([422, "merge_with_self"]);
    expect(await answers(survivor.id, { id: stranger.id })).toEqual([422, "member_not_found"]);
    expect(await answers(stranger.id, { id: survivor.id })).toEqual([404, "not_found"]);
    expect(await answers(survivor.id, {})).toEqual([422, "invalid"]);
    const merged = await merge(survivor.id, { id: other.id });
    expect(await answers(survivor.id, { id: other.id })).toEqual([409, "already_merged"]);
    expect(await answers(other.id, { id: survivor.id })).toEqual([409, "already_merged"]);
    const undo = { merge: mergeId(merged) };
    expect((await unmerge(other.id, undo)).status).toBe(404);
    expect((await unmerge(survivor.id, undo)).status).toBe(200);
    const again = await unmerge(survivor.id, undo);
    expect([again.status, again.body]).toMatchObject([409, { code: "merge_undone" }]);
    expect((await unmerge(survivor.id, { merge: "x" })).status).toBe(422);
  });

  it("ten merges of the same two at once, both ways round: one happens, nine are refused, 300 points are there", async () => {
    const { survivor, other } = await two();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        turn % 2 ? merge(survivor.id, { id: other.id }) : merge(other.id, { id: survivor.id }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await balances(survivor.id, other.id)).sort()).toEqual([0, 300]);
  });

  it("the same Idempotency-Key merges once and is answered the same", async () => {
    const { survivor, other } = await two();
    const send = () =>
      api.post(`/members/${survivor.id}/merge`, { other: { id: other.id } }, { "idempotency-key": "once" });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
  });

  it("erasing the survivor erases who was merged into them: the dead card finds nobody, and the merge is not undone", async () => {
    const { survivor, other } = await two();
    const merged = await merge(survivor.id, { id: other.id });
    await api.call("DELETE", `/members/${survivor.id}`);
    expect(await idOf(`card=${other.card}`)).toEqual([]);
    expect((await unmerge(survivor.id, { merge: mergeId(merged) })).status).toBe(404);
    const left = JSON.stringify(
      await database.sql`select * from member where merchant_id = ${merchant.merchantId}`,
    );
    expect(left).not.toContain("yildirim");
  });
});

it("every table with a member in it either follows a merge or stays, and says why", async () => {
  const columns = await database.sql<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.column_name like '%member_id' and c.column_name <> 'origin_member_id'`;
  const known = new Set(following.map(({ table, column }) => `${table}.${column}`));
  const undecided = columns.filter(
    ({ table, column }) => !known.has(`${table}.${column}`) && !staying[table],
  );
  expect(undecided).toEqual([]);
});
