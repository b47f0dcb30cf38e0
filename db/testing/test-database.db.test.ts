import { expect, test } from "vitest";
import { testDatabase } from "./test-database";
import { testMerchant } from "./test-merchant";

const database = await testDatabase();

test("a test file has a migrated database of its own, and two shops in it do not share an owner", async () => {
  const one = await testMerchant(database);
  const other = await testMerchant(database, { currency: "EUR", timezone: "Europe/Berlin", program: null });
  const rows = await database.sql`select id, currency from merchant order by id`;
  expect(rows).toEqual([
    { id: one.merchantId, currency: "TRY" },
    { id: other.merchantId, currency: "EUR" },
  ]);
  expect(one.actor.accountId).not.toBe(other.actor.accountId);
  const published = await database.sql`
    select merchant_id from program_version where merchant_id = any(${[one.merchantId, other.merchantId]})`;
  expect(published).toEqual([{ merchant_id: one.merchantId }]);
});
