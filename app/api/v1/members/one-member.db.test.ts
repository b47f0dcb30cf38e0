import { describe, expect, test } from "vitest";
import { fieldsOf, testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";

const database = await testDatabase();
const shop = await testMerchant(database, {
  program: {
    tiers: [
      { key: "silver", name: "Silver" },
      { key: "gold", name: "Gold" },
    ],
    earning: { rules: [{ key: "one", name: "One", effect: { kind: "rate", points: 1, per: 100 } }] },
  },
});
const other = await testMerchant(database, { program: {} });
const api = await testApi(database, shop);
const foreign = await testApi(database, other);

type Member = { id: string; card: string };
const enrol = async (body: object = {}) => (await api.post("/members", body)).body as Member;
const unknownId = "0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01";

describe("one member", () => {
  const verbs = ["GET", "PATCH", "DELETE"] as const;
  const call = (client: typeof api, verb: (typeof verbs)[number], id: string) =>
    client.call(verb, `/members/${id}`, verb === "PATCH" ? { body: { name: "X" } } : {});

  test.each(verbs)("%s of an id that nobody has, or that another shop's member has, is 404", async (verb) => {
    const { id } = await enrol();
    expect((await call(api, verb, unknownId)).status).toBe(404);
    expect((await call(foreign, verb, id)).status).toBe(404);
    expect((await api.get(`/members/${id}`)).status).toBe(200);
  });

  test.each(verbs)("%s of what is no id names the field", async (verb) => {
    const { status, body } = await call(api, verb, "17");
    expect([status, fieldsOf(body)]).toEqual([422, ["id id"]]);
  });

  test("PATCH changes what is sent, removes what is null and leaves the rest", async () => {
    const { id, card } = await enrol({
      name: "Can",
      email: "can@example.com",
      phone: "0535 000 00 01",
      tags: ["a"],
    });
    const changed = await api.call("PATCH", `/members/${id}`, {
      body: { email: null, phone: "0535 000 00 02", tags: [] },
    });
    expect(changed.body).toMatchObject({
      id,
      card,
      name: "Can",
      email: null,
      phone: "+905350000002",
      tags: [],
    });
    expect((await api.get(`/members/${id}`)).body).toEqual(changed.body);
    expect((await api.call("PATCH", `/members/${id}`, { body: {} })).body).toEqual(changed.body);
    const audits = await database.sql`
      select before, after from audit_event where merchant_id = ${shop.merchantId} and subject = ${`member:${id}`} and action = 'member.edit'`;
    expect(audits).toEqual([
      {
        before: { email: "can@example.com", phone: "+905350000001", tags: ["a"] },
        after: { email: null, phone: "+905350000002", tags: [] },
      },
    ]);
  });

  test("PATCH to what another member has is refused by name, to what the member has already is not", async () => {
    const { id } = await enrol({ email: "own@example.com" });
    await enrol({ email: "theirs@example.com" });
    const refused = await api.call("PATCH", `/members/${id}`, { body: { email: "theirs@example.com" } });
    expect([refused.status, fieldsOf(refused.body)]).toEqual([409, ["email taken"]]);
    expect((await api.call("PATCH", `/members/${id}`, { body: { email: "OWN@example.com" } })).status).toBe(
      200,
    );
  });

  test("PATCH of the tier counts from now on: a purchase of yesterday is judged by the tier of yesterday", async () => {
    const { id } = await enrol({ tier: "silver" });
    await api.call("PATCH", `/members/${id}`, { body: { tier: "gold" } });
    const tiers = await database.sql`
      select tier from member_tier where merchant_id = ${shop.merchantId} and member_id = ${id} order by since`;
    expect(tiers).toEqual([{ tier: "silver" }, { tier: "gold" }]);
  });

  test.each([
    [{ balance: 10 }, "balance unknown"],
    [{ id: unknownId }, "id unknown"],
    [{ tags: null }, "tags type"],
    [{ email: 5 }, "email type"],
    [{ birthday: "9999-12-31" }, "birthday in_future"],
    [{ birthday: "1899-12-31" }, "birthday year"],
    [{ name: "x".repeat(201) }, "name too_big.string"],
  ])("PATCH refuses %j by name", async (body, expected) => {
    const { id } = await enrol();
    const answer = await api.call("PATCH", `/members/${id}`, { body });
    expect([answer.status, fieldsOf(answer.body)]).toEqual([422, [expected]]);
  });
});

test("the ledger is read newest first in pages of 2, with the purchase and its reasons", async () => {
  const { id } = await enrol();
  for (let n = 1; n <= 3; n++) {
    await api.post("/purchases", {
      externalId: `ledger-${n}`,
      member: { id },
      occurredAt: new Date().toISOString(),
      lines: [{ productType: "coffee", amount: 1000 * n }],
    });
  }
  type Page = {
    entries: { seq: number; purchase: { externalId: string; explanation: object[] } }[];
    next: string;
  };
  const first = (await api.get(`/members/${id}/ledger?limit=2`)).body as Page;
  expect(first.entries).toMatchObject([
    {
      seq: 3,
      kind: "earn",
      points: 30,
      balance: 60,
      purchase: { externalId: "ledger-3", explanation: [{ rule: "one", points: 30 }] },
    },
    { seq: 2, kind: "earn", points: 20, balance: 30, purchase: { externalId: "ledger-2" } },
  ]);
  const second = (await api.get(`/members/${id}/ledger?limit=2&cursor=${first.next}`)).body;
  expect(second).toMatchObject({ entries: [{ seq: 1, points: 10, balance: 10 }], next: null });
  expect((await foreign.get(`/members/${id}/ledger`)).status).toBe(404);
  expect((await api.get(`/members/${unknownId}/ledger`)).status).toBe(404);
  const refused = await api.get(`/members/${id}/ledger?cursor=x&limit=x`);
  expect(fieldsOf(refused.body)).toEqual(["cursor cursor", "limit type"]);
});
