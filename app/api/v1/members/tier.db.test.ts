import { expect, test } from "vitest";
import { testApi } from "@/db/testing/test-api";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";

const database = await testDatabase();
const program = {
  tiers: [
    { key: "silver", name: "Silver", needs: { visits: 2 } },
    { key: "gold", name: "Gold", needs: { visits: 5 }, benefits: ["Coffee counts double"] },
  ],
  qualification: { window: { kind: "rolling" as const, months: 6 } },
};
const shop = await testMerchant(database, { program });
const api = await testApi(database, shop);
const other = await testMerchant(database, { program });
const foreign = await testApi(database, other);

const occurredAt = new Date().toISOString();
const buy = (member: string, externalId: string) =>
  api.post("/purchases", {
    externalId,
    member: { id: member },
    occurredAt,
    lines: [{ productType: "coffee", quantity: 1, amount: 100 }],
  });

test("three visits of 2 and 5: Silver, two visits from Gold; one that was sent twice counts once", async () => {
  const { id } = await testMember(database, shop);
  for (const number of [1, 2, 3, 3]) expect((await buy(id, `v${number}`)).status).toBe(201);
  const { status, body } = await api.call("GET", `/members/${id}/tier`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    tier: { key: "silver", name: "Silver", benefits: [] },
    locked: null,
    counted: { visits: 3, spend: 300 },
    next: { tier: "gold", name: "Gold", metric: "visits", need: 5, done: 3, missing: 2 },
    says: { next: "Two visits from Gold.", afterVisit: "One visit from Gold, once this one is recorded." },
  });
  const turkish = await api.call("GET", `/members/${id}/tier?locale=tr`);
  expect(turkish.body).toMatchObject({ says: { next: "Gold seviyesine iki ziyaret kaldı." } });
});

test("a member of another shop, one that there is not, and a language that we do not speak", async () => {
  const { id } = await testMember(database, shop);
  expect((await foreign.call("GET", `/members/${id}/tier`)).status).toBe(404);
  expect((await api.call("GET", "/members/0198a6d2-7c1e-7a40-9b1c-3f5d2e8a6c01/tier")).status).toBe(404);
  const refused = await api.call("GET", `/members/${id}/tier?locale=de`);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ errors: [{ path: "locale" }] });
});

test("enrolled with a tier that the program does not have: refused by field; with one it has it is kept", async () => {
  const refused = await api.post("/members", { tier: "platinum" });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ errors: [{ path: "tier", code: "program.unknown_tier" }] });
  const enrolled = await api.post("/members", { tier: "gold" });
  const { id } = enrolled.body as { id: string };
  const { body } = await api.call("GET", `/members/${id}/tier`);
  expect(body).toMatchObject({ tier: { key: "gold" }, next: null });
});
