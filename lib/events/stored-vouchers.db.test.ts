import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { eveningShop } from "@/db/testing/evening-shop";
import { freshDatabase } from "@/db/testing/test-database";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { rewardsDue } from "@/lib/rewards/run-due";
import { checkIn } from "./commands/check-in";
import { releasePlace } from "./commands/release-place";

const repair = readFileSync(
  new URL("../../db/migrations/0022_place-voucher-ends.sql", import.meta.url),
  "utf8",
);

// Its own: the statement is for all merchants of a database.
const { url, drop } = await freshDatabase();
const database = openDatabase(url, { max: 4, name: "regulars-repair" });
const { sql } = database;
const { shop, as, owner, cashier, newEvent, member, bookOwn } = await eveningShop(database);
const { merchantId } = shop;

afterAll(async () => {
  await database.close();
  await drop();
});

const far = { startsAt: "2099-12-03T16:00:00Z", endsAt: "2099-12-03T18:00:00Z" };
const farEnd = new Date(far.endsAt).toISOString();
const before = new Date("2026-11-30T18:00:00Z").toISOString();

/** A guest whose voucher still ends when the evening did before it was moved. */
async function guest(event: string, fulfilment: string | null = null) {
  const { place, voucher } = await bookOwn(event, await member(100));
  await sql`update redemption set expires_at = ${before}, fulfilment = ${fulfilment}
    where merchant_id = ${merchantId} and id = ${place.id}`;
  return { id: place.id, code: voucher?.code ?? "" };
}

const stored = async ({ id }: { id: string }) => {
  const [row] = await sql<
    { status: string; fulfilment: string | null; ends: string; ended: string | null }[]
  >`
    select status, fulfilment, expires_at as ends, ended_at as ended from redemption
    where merchant_id = ${merchantId} and id = ${id}`;
  return row && { ...row, ends: new Date(row.ends).toISOString(), ended: row.ended !== null };
};

test("an evening was moved from 2026 to 2099 and its vouchers were not: repaired twice they end with it, the one that expired lets in again; what was given back, and what is over, stays", async () => {
  const event = await newEvent(5, far);
  const [open, expired, prepared] = [await guest(event), await guest(event), await guest(event, "waiting")];
  const given = await guest(event);
  await releasePlace.execute(owner, { event, place: given.id });
  const past = await newEvent(1);
  const gone = await guest(past);
  await sql`update event set starts_at = '2001-01-01', ends_at = '2001-01-02' where merchant_id = ${merchantId} and id = ${past}`;
  await rewardsDue(as(shop.job, new Date("2026-12-01T09:00:00Z")));
  await sql`update redemption set status = 'open', ended_at = null where merchant_id = ${merchantId} and id = ${open.id}`;
  await checkInRefused(event, expired.code);

  await sql.unsafe(repair);
  const first = await sql`select xmin::text from redemption where merchant_id = ${merchantId} order by id`;
  await sql.unsafe(repair);
  expect(await sql`select xmin::text from redemption where merchant_id = ${merchantId} order by id`).toEqual(
    first,
  );

  const works = { status: "open", fulfilment: null, ends: farEnd, ended: false };
  expect(await stored(open)).toEqual(works);
  expect(await stored(expired)).toEqual(works);
  expect(await stored(prepared)).toEqual({ ...works, fulfilment: "waiting" });
  expect(await stored(given)).toMatchObject({ status: "cancelled", ends: before });
  expect(await stored(gone)).toMatchObject({ status: "expired", ends: before });
  await checkIn.execute(as(cashier, new Date(far.startsAt)), { event, code: expired.code });
  expect(await verifyLedger.execute(as(shop.job), {})).toMatchObject({ differences: [] });
});

async function checkInRefused(event: string, code: string) {
  const attempt = checkIn.execute(as(cashier, new Date(far.startsAt)), { event, code });
  await expect(attempt).rejects.toMatchObject({ code: "voucher_expired" });
}
