import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { uuidv7 } from "@/lib/kernel/ids";
import { authenticateKey, keyMemoryMs, newApiKeySecret } from "./api-key";

const database = await testDatabase();
const shop = await testMerchant(database);
const address = undefined;
const start = new Date("2026-11-20T09:00:00Z");
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const unauthenticated = { code: "unauthenticated" };

async function makeKey() {
  const { secret, hash, hint } = newApiKeySecret(shop.merchantId);
  const id = uuidv7();
  await database.sql`
    insert into api_key (merchant_id, id, name, hash, hint, scopes, rate_limit, created_by)
    values (${shop.merchantId}, ${id}, 'till', ${hash}, ${hint}, '{members:read}', 600, 'system:test')`;
  return { id, secret, header: `Bearer ${secret}` };
}

const revoke = (id: string) =>
  database.sql`update api_key set revoked_at = now() where merchant_id = ${shop.merchantId} and id = ${id}`;

test("a key is who it was made for, with its scopes and its limit", async () => {
  const { id, header } = await makeKey();
  const { actor, rateLimit } = await authenticateKey(database, header, {
    address: "203.0.113.9",
    now: start,
  });
  expect(rateLimit).toBe(600);
  expect(actor).toEqual({
    kind: "key",
    merchantId: shop.merchantId,
    keyId: id,
    scopes: ["members:read"],
    transport: "api",
    address: "203.0.113.9",
  });
});

test("the scheme is read in any case", async () => {
  const { secret, id } = await makeKey();
  const { actor } = await authenticateKey(database, `bearer ${secret}`, { address, now: start });
  expect(actor.keyId).toBe(id);
});

test.each([
  ["no header", null],
  ["another scheme", "Basic cmtfMTp4"],
  ["a key of another form", "Bearer rk_1_short"],
  ["a key that nobody made", `Bearer rk_1_${"x".repeat(43)}`],
  ["a merchant that does not exist", `Bearer rk_999999999999999_${"x".repeat(43)}`],
  ["two keys", `Bearer rk_1_${"x".repeat(43)}, Bearer rk_1_${"x".repeat(43)}`],
])("refused alike: %s", async (_, header) => {
  await expect(authenticateKey(database, header, { address, now: start })).rejects.toMatchObject(
    unauthenticated,
  );
});

test("a revoked key may work for two seconds in a process that knows it, and for none in one that does not", async () => {
  const known = await makeKey();
  const unknown = await makeKey();
  await authenticateKey(database, known.header, { address, now: start });
  await revoke(known.id);
  await revoke(unknown.id);
  await expect(authenticateKey(database, unknown.header, { address, now: start })).rejects.toMatchObject(
    unauthenticated,
  );
  await authenticateKey(database, known.header, { address, now: after(keyMemoryMs - 1) });
  await expect(
    authenticateKey(database, known.header, { address, now: after(keyMemoryMs) }),
  ).rejects.toMatchObject(unauthenticated);
});

test("100 requests of a key within two seconds ask the database once", async () => {
  const { id, header } = await makeKey();
  const ask = (now: Date) => authenticateKey(database, header, { address, now });
  await Promise.all(Array.from({ length: 50 }, () => ask(start)));
  // A look-up would now find other scopes.
  await database.sql`update api_key set scopes = '{}' where merchant_id = ${shop.merchantId} and id = ${id}`;
  const later = await Promise.all(Array.from({ length: 50 }, () => ask(after(keyMemoryMs - 1))));
  expect(new Set(later.map(({ actor }) => actor.scopes.join()))).toEqual(new Set(["members:read"]));
});

test("when a key was last used is noted to the minute", async () => {
  const { id, header } = await makeKey();
  const lastUsed = async () => {
    const [row] = await database.sql<{ at: string }[]>`
      select last_used_at as at from api_key where merchant_id = ${shop.merchantId} and id = ${id}`;
    return new Date(row?.at ?? "").toISOString();
  };
  await authenticateKey(database, header, { address, now: start });
  await authenticateKey(database, header, { address, now: after(30_000) });
  expect(await lastUsed()).toBe(start.toISOString());
  await authenticateKey(database, header, { address, now: after(90_000) });
  expect(await lastUsed()).toBe(after(90_000).toISOString());
});
