import { expect, test } from "vitest";
import { testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";

const database = await testDatabase();
const earning = {
  rules: [{ key: "one", name: "One", effect: { kind: "rate" as const, points: 1, per: 100 } }],
};
const shop = await testMerchant(database, { program: { earning } });
const api = await testApi(database, shop);
const { merchantId } = shop;
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

type Member = { id: string; card: string };
let receipts = 0;

async function regular(spent: number, more: object = {}): Promise<Member> {
  const member = (await api.post("/members", more)).body as Member;
  await api.post("/purchases", {
    externalId: `receipt-${++receipts}`,
    member: { id: member.id },
    occurredAt: yesterday,
    lines: [{ productType: "coffee", amount: spent }],
  });
  return member;
}

const erase = (id: string) => api.call("DELETE", `/members/${id}`);
const days = () => database.sql`
  select day, sum(purchases)::int as purchases, sum(revenue)::int as revenue, sum(issued)::int as issued, sum(enrolled)::int as enrolled
  from day_total where merchant_id = ${merchantId} group by day order by day`;

test("erasing a member with 50 points forfeits 50 by an entry, and changes no day's purchases, revenue or points issued", async () => {
  const { id } = await regular(5000);
  const before = await days();
  const { status, body } = await erase(id);
  expect([status, body]).toEqual([200, { member: { id }, points: { forfeited: 50, writtenOff: 0 } }]);
  expect(await days()).toEqual(before);
  const entries = await database.sql`
    select kind, points, balance from ledger_entry where merchant_id = ${merchantId} and member_id = ${id} order by seq`;
  expect(entries).toEqual([
    { kind: "earn", points: 50, balance: 50 },
    { kind: "forfeit", points: -50, balance: 0 },
  ]);
  const [kept] = await database.sql`
    select purchase_count, spend, balance from member where merchant_id = ${merchantId} and id = ${id}`;
  expect(kept).toEqual({ purchase_count: 1, spend: 5000, balance: 0 });
  expect(await verifyLedger.execute({ actor: shop.job, now: new Date(), database }, {})).toMatchObject({
    differences: [],
  });
});

test("nothing that identifies the member is left in any table of the shop", async () => {
  const secrets = [
    "Gülbahar",
    "gulbahar",
    "rose@example.com",
    "+905360000042",
    "crm-rose",
    "wheelchair",
    "left-handed",
    "1971-02-03",
  ];
  const { id, card } = await regular(1000, {
    name: "Gülbahar Deniz",
    email: "rose@example.com",
    phone: "0536 000 00 42",
    externalId: "crm-rose",
    birthday: "1971-02-03",
    tags: ["wheelchair"],
    attributes: { hand: "left-handed" },
  });
  const key = { "idempotency-key": "edit-rose" };
  await api.call("PATCH", `/members/${id}`, { body: { name: "Gülbahar Deniz-Kaya" }, headers: key });
  await database.sql`
    insert into outbox (merchant_id, id, kind, recipient, subject, text, html, status, created_at)
    values (${merchantId}, gen_random_uuid(), 'sign-in', 'rose@example.com', 'Your card', 'Gülbahar', 'Gülbahar', 'kept', now())`;
  await erase(id);
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.columns where column_name = 'merchant_id' and table_schema = 'public'`;
  for (const { name } of tables) {
    const rows = await database.sql`select * from ${database.sql(name)} where merchant_id = ${merchantId}`;
    const text = JSON.stringify(rows);
    for (const secret of [...secrets, card])
      expect(text.includes(secret), `${secret} in ${name}`).toBe(false);
  }
});

test("the card is dead, what was theirs is free, and what happened can still be read under the purchase", async () => {
  const { id, card } = await regular(1000, { email: "again@example.com", externalId: "again" });
  await erase(id);
  expect((await api.get(`/members?card=${card}`)).body).toEqual({ members: [], next: null });
  expect((await api.get(`/members/${id}`)).status).toBe(404);
  expect((await erase(id)).status).toBe(404);
  const spend = await api.post("/points/spends", { member: { card }, points: 1, reference: "x" });
  expect([spend.status, spend.body]).toMatchObject([422, { code: "member_not_found" }]);
  expect((await api.post("/members", { email: "again@example.com", externalId: "again" })).status).toBe(201);
  const [purchase] = await database.sql<{ id: string }[]>`
    select id from purchase where merchant_id = ${merchantId} and member_id = ${id}`;
  expect((await api.get(`/purchases/${purchase?.id}`)).body).toMatchObject({
    purchase: { member: id },
    award: { points: 10 },
  });
});

test("held points are forfeited with the others: 40 + 5 = 45, and a waiting adjustment is refused", async () => {
  const place = await testMerchant(database, {
    program: { earning: { ...earning, holdDays: 7 }, adjustments: { approvalAbove: 10 } },
  });
  const till = await testApi(database, place);
  const { id } = (await till.post("/members", {})).body as Member;
  const now = new Date().toISOString();
  await till.post("/purchases", {
    externalId: "held",
    member: { id },
    occurredAt: now,
    lines: [{ productType: "x", amount: 4000 }],
  });
  await till.post("/points/adjustments", { member: { id }, points: 5, reason: "Sorry" });
  await till.post("/points/adjustments", { member: { id }, points: 500, reason: "Very sorry" });
  const { body } = await till.call("DELETE", `/members/${id}`);
  expect(body).toEqual({ member: { id }, points: { forfeited: 45, writtenOff: 0 } });
  const waiting = await database.sql`
    select status from adjustment_request where merchant_id = ${place.merchantId} and member_id = ${id}`;
  expect(waiting).toEqual([{ status: "refused" }]);
});

test("earned 100, spent 80, refunded: the debt of 80 is written off", async () => {
  const { id } = await regular(10_000);
  await api.post("/points/spends", { member: { id }, points: 80, reference: "cake" });
  const [purchase] = await database.sql<{ id: string }[]>`
    select id from purchase where merchant_id = ${merchantId} and member_id = ${id}`;
  await api.post(`/purchases/${purchase?.id}/refunds`, { externalId: "debt" });
  const { body } = await erase(id);
  expect(body).toEqual({ member: { id }, points: { forfeited: 0, writtenOff: 80 } });
  expect(await verifyLedger.execute({ actor: shop.job, now: new Date(), database }, {})).toMatchObject({
    differences: [],
  });
});
