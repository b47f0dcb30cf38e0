import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { authenticateKey } from "@/lib/access/api-key";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { getSettings } from "../queries/get-settings";
import { listApiKeys } from "../queries/list-api-keys";
import { createApiKey } from "./create-api-key";
import { revokeApiKey } from "./revoke-api-key";
import { updateSettings } from "./update-settings";

const database = await testDatabase();
const now = new Date("2026-11-22T09:00:00Z");

async function open() {
  const shop = await testMerchant(database);
  return { ...shop, as: { actor: shop.actor, now, database } };
}

describe("an API key", () => {
  test("opens what its scopes say, is listed by its last four characters, and is kept as a hash", async () => {
    const { as, merchantId } = await open();
    const { id, secret, hint } = await createApiKey.execute(as, {
      name: "Till",
      scopes: ["members:read", "members:read"],
    });
    const { actor } = await authenticateKey(database, `Bearer ${secret}`, { address: undefined, now });
    expect(actor).toMatchObject({ kind: "key", merchantId, keyId: id, scopes: ["members:read"] });
    expect(secret.endsWith(hint)).toBe(true);
    expect(await listApiKeys.execute(as, {})).toMatchObject([{ id, name: "Till", hint, revokedAt: null }]);
    const rows = await database.sql`
      select k.hash, e.after from api_key k join audit_event e on e.merchant_id = k.merchant_id and e.action = 'api-key.create'
      where k.merchant_id = ${merchantId}`;
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await listApiKeys.execute(as, {}))).not.toContain(secret);
  });

  test("revoked opens nothing; revoking it again changes nothing", async () => {
    const { as } = await open();
    const { id, secret } = await createApiKey.execute(as, { name: "Till", scopes: ["members:read"] });
    await revokeApiKey.execute(as, { id });
    await revokeApiKey.execute({ ...as, now: new Date("2027-01-01T00:00:00Z") }, { id });
    expect(await listApiKeys.execute(as, {})).toMatchObject([{ revokedAt: now.toISOString() }]);
    await expect(
      authenticateKey(database, `Bearer ${secret}`, { address: undefined, now }),
    ).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("of another shop is not found", async () => {
    const [mine, theirs] = [await open(), await open()];
    const { id } = await createApiKey.execute(theirs.as, { name: "Till", scopes: ["members:read"] });
    await expect(revokeApiKey.execute(mine.as, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeApiKey.execute(mine.as, { id: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test.each([
    [{ name: "", scopes: ["members:read"] }, "name"],
    [{ name: "Till", scopes: [] }, "scopes"],
    [{ name: "Till", scopes: ["everything"] }, "scopes.0"],
    [{ name: "Till", scopes: "members:read" }, "scopes"],
  ])("%o is refused by its field", async (input, path) => {
    const { as } = await open();
    await expect(createApiKey.execute(as, input)).rejects.toMatchObject({ fields: [{ path }] });
  });
});

describe("settings", () => {
  test("change what is given and leave the rest", async () => {
    const { as } = await open();
    const before = await getSettings.execute(as, {});
    await updateSettings.execute(as, { colour: "plum", pointName: { one: "çekirdek", other: "çekirdek" } });
    expect(await getSettings.execute(as, {})).toEqual({
      ...before,
      colour: "plum",
      pointName: { one: "çekirdek", other: "çekirdek" },
    });
    await updateSettings.execute(as, { pointName: null });
    expect(await getSettings.execute(as, {})).toMatchObject({ colour: "plum", pointName: null });
  });

  test("the currency changes until the first purchase, then stays", async () => {
    const shop = await open();
    const { as } = shop;
    await updateSettings.execute(as, { currency: "eur" });
    expect(await getSettings.execute(as, {})).toMatchObject({ currency: "EUR", currencyFixed: false });
    await testMember(database, shop, { externalId: "ece" });
    const line = { productType: "coffee", quantity: 1, amount: 1000 };
    await recordPurchase.execute(as, {
      externalId: "1",
      member: { externalId: "ece" },
      occurredAt: now.toISOString(),
      lines: [line],
    });
    expect(await getSettings.execute(as, {})).toMatchObject({ currencyFixed: true });
    await expect(updateSettings.execute(as, { currency: "TRY" })).rejects.toMatchObject({
      fields: [{ path: "currency", code: "currency_fixed" }],
    });
    await expect(updateSettings.execute(as, { currency: "EUR", name: "Bahçe" })).resolves.toEqual({});
  });

  test.each([
    [
      "a picture that can carry script",
      { logo: "data:image/svg+xml;base64,PHN2Zy8+" },
      "logo",
      "picture.kind",
    ],
    ["a picture of 150 kB", { logo: `data:image/png;base64,${"A".repeat(200_000)}` }, "logo", "picture.size"],
    ["a colour that is none", { colour: "url(x)" }, "colour", "colour"],
    ["a zone that is none", { timezone: "Europe/Nowhere" }, "timezone", "timezone"],
    ["half a point name", { pointName: { one: "bean" } }, "pointName.other", "required"],
    ["another slug: it is on posters", { slug: "other" }, "slug", "unknown"],
  ])("%s is refused by its field", async (_, input, path, code) => {
    const { as } = await open();
    await expect(updateSettings.execute(as, input)).rejects.toMatchObject({ fields: [{ path, code }] });
  });

  test("are the owner's", async () => {
    const shop = await open();
    const actor = await shop.staff("manager");
    await expect(updateSettings.execute({ ...shop.as, actor }, { name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
