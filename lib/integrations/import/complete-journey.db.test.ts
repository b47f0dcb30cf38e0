import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { completeJourneys, type Journey } from "@/db/testing/complete-journey";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { importMembers } from "./commands/import-members";
import { importPurchases } from "./commands/import-purchases";
import { undoImport } from "./commands/undo-import";

const root = join(import.meta.dirname, "../../..");
const example = (name: string): unknown =>
  parseYaml(readFileSync(join(root, `docs/examples/complete-journey.${name}.yaml`), "utf8"));

const database = await testDatabase();
const directory = mkdtempSync(join(tmpdir(), "journey-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const now = new Date("2026-11-20T09:00:00Z");

const journeys = completeJourneys();

const rowsOf = ({ directory: data }: Journey, file: string): Record<string, string>[] =>
  parseCsv(gunzipSync(readFileSync(join(data, file))), { columns: true });

/** Cents of a decimal number, halves up; what a float left of nothing is nothing. */
function cents(text: string): bigint {
  if (text.includes("e-")) return 0n;
  const [whole = "0", decimals = ""] = text.split(".");
  const digits = decimals.padEnd(3, "0");
  return BigInt(whole) * 100n + BigInt(digits.slice(0, 2)) + (digits.charAt(2) >= "5" ? 1n : 0n);
}

/** What the three rules give, reckoned by somebody who has not seen the engine: sums of hundredths of a point, cut once. */
function recount(journey: Journey): { purchases: Map<string, number>; members: number; spend: bigint } {
  const departments = new Map(
    rowsOf(journey, "products.csv.gz").map((row) => [row.product_id, row.department]),
  );
  const hundredths = new Map<string, bigint>();
  const households = new Set<string>();
  let spend = 0n;
  for (const row of rowsOf(journey, "transactions_sample.csv.gz")) {
    const amount = cents(row.sales_value ?? "");
    const department = departments.get(row.product_id);
    // 1 point a dollar is 5 fifths of a hundredth a cent; produce 3 points, fuel 1 point for 5 dollars.
    const fifths = department === "PRODUCE" ? amount * 15n : department === "FUEL" ? amount : amount * 5n;
    const basket = row.basket_id ?? "";
    hundredths.set(basket, (hundredths.get(basket) ?? 0n) + fifths);
    households.add(row.household_id ?? "");
    spend += amount;
  }
  const purchases = new Map([...hundredths].map(([basket, fifths]) => [basket, Number(fifths / 500n)]));
  return { purchases, members: households.size, spend };
}

test.each(journeys)(
  "$name: $purchases purchases of $members members for $spend cents, points as an independent recount has them; again nothing; undone nothing is left",
  {
    timeout: 600_000,
  },
  async (journey) => {
    const merchant = await testMerchant(database, {
      currency: "USD",
      timezone: "America/New_York",
      locale: "en",
      country: "US",
      program: programSchema.parse(example("program")) satisfies ProgramInput,
    });
    const { merchantId } = merchant;
    const context = { actor: merchant.job, now, database };
    const request = {
      file: join(journey.directory, "transactions_sample.csv.gz"),
      mapping: example("map"),
      refusedFile: join(directory, "refused.csv"),
    };
    const expected = recount(journey);
    const points = [...expected.purchases.values()].reduce((sum, one) => sum + one, 0);

    const report = await importPurchases(context, request);
    expect(report).toMatchObject({
      rows: journey.rows,
      accepted: journey.purchases,
      repeated: 0,
      refused: 0,
      membersCreated: journey.members,
      points,
    });
    expect(expected.members).toBe(journey.members);
    expect(expected.spend).toBe(BigInt(journey.spend));
    expect(existsSync(request.refusedFile)).toBe(false);

    const totals = await database.sql`
    select (select count(*) from purchase where merchant_id = ${merchantId})::int as purchases,
      (select sum(amount) from purchase where merchant_id = ${merchantId})::bigint as spend,
      (select count(*) from purchase_line where merchant_id = ${merchantId} and amount = 0)::int as free,
      (select count(*) from purchase_line where merchant_id = ${merchantId} and quantity = 0)::int as unweighed,
      (select sum(balance) from member where merchant_id = ${merchantId})::bigint as points`;
    const { purchases, spend, free, unweighed } = journey;
    expect(totals[0]).toMatchObject({ purchases, spend, free, unweighed, points });
    const recorded = await database.sql<{ id: string; points: number }[]>`
    select external_id as id, points from purchase where merchant_id = ${merchantId}`;
    const wrong = recorded.filter((one) => expected.purchases.get(one.id) !== one.points);
    expect(wrong).toEqual([]);
    const verify = async () =>
      (await verifyLedger.execute({ actor: merchant.actor, now, database }, {})).differences;
    expect(await verify()).toEqual([]);

    const again = await importPurchases(context, request);
    expect(again).toMatchObject({
      accepted: 0,
      repeated: journey.purchases,
      refused: 0,
      membersCreated: 0,
      points: 0,
    });

    const undone = await undoImport(context, { id: report.id ?? "" });
    expect(undone).toMatchObject({ purchases, members: journey.members, points, kept: 0 });
    expect(await verify()).toEqual([]);
    const left = await database.sql`
    select (select count(*) from member where merchant_id = ${merchantId} and status = 'active')::int as members,
      (select count(*) from purchase where merchant_id = ${merchantId} and status = 'recorded')::int as purchases,
      (select coalesce(sum(abs(balance)), 0) from member where merchant_id = ${merchantId})::bigint as points,
      (select coalesce(sum(abs(issued)), 0) from (select sum(issued) as issued from day_total
        where merchant_id = ${merchantId} group by day) d)::bigint as issued`;
    expect(left[0]).toEqual({ members: 0, purchases: 0, points: 0, issued: 0 });
  },
);

test.each(journeys)(
  "$name: the demographics enrol $households households with what is known of them, once",
  {
    timeout: 120_000,
  },
  async (journey) => {
    const merchant = await testMerchant(database, {
      currency: "USD",
      timezone: "America/New_York",
      country: "US",
    });
    const context = { actor: merchant.job, now, database };
    const { households } = journey;
    const request = {
      file: join(journey.directory, "demographics.csv.gz"),
      mapping: example("members.map"),
      refusedFile: join(directory, "refused-members.csv"),
    };
    expect(await importMembers(context, request)).toMatchObject({ accepted: households, refused: 0 });
    expect(await importMembers(context, request)).toMatchObject({ accepted: 0, repeated: households });
    const [one] = await database.sql`
    select attributes from member where merchant_id = ${merchant.merchantId} and external_id = '1'`;
    expect(one?.attributes).toMatchObject({ age: "65+", income: "35-49K" });
  },
);
