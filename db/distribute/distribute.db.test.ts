import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { standInForCitus } from "@/db/testing/stand-in-citus";
import { freshDatabase } from "@/db/testing/test-database";
import { OperatorError } from "@/lib/kernel/operator-error";
import { distributeDatabase } from "./distribute";
import { merchantTables, tables } from "./tables";

const dropped: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of dropped) await drop();
});

const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();

/** A database of its own, and what distributing it says. */
async function place(citus?: string) {
  const { url, drop } = await freshDatabase();
  dropped.push(drop);
  if (citus) await standInForCitus(url, citus);
  const said: string[] = [];
  return { url, said, distribute: () => distributeDatabase(url, (line) => said.push(line)) };
}

async function query<Row>(address: string, text: string): Promise<Row[]> {
  const sql = postgres(address, { max: 1 });
  try {
    return (await sql.unsafe(text)) as unknown as Row[];
  } finally {
    await sql.end();
  }
}

test("a plain PostgreSQL is refused in words", async () => {
  const { said, distribute } = await place();
  const attempt = distribute();
  await expect(attempt).rejects.toBeInstanceOf(OperatorError);
  await expect(attempt).rejects.toThrow(/plain PostgreSQL: distribute needs a Citus coordinator/);
  expect(said).toEqual([]);
});

test("what Citus would be asked: each table once, shops' by merchant and together, each function where its rows are", async () => {
  const { url, distribute } = await place("12.1-1");
  const functions = await query<{ count: number }>(
    url,
    "select count(*)::int as count from pg_proc where pronamespace = 'public'::regnamespace",
  );
  expect(await distribute()).toEqual({ placed: tables().length + (functions[0]?.count ?? 0), nodes: 2 });
  const everywhere = await query<{ name: string }>(
    url,
    `select p.proname as name from pg_catalog.pg_dist_object o join pg_proc p on p.oid = o.objid
     where o.distribution_argument_index is null order by 1`,
  );
  expect(names(everywhere)).toEqual(["expiry_under", "lot_expiry"]);
  const placed = await query<{ name: string; kind: string; column: string; together: string | null }>(
    url,
    "select relation::text as name, kind, distribution_column as column, colocated_with as together from stand_in.placed",
  );
  expect(names(placed)).toEqual(names(tables()));
  const distributed = placed.filter((table) => table.kind === "distributed");
  expect(names(distributed)).toEqual(merchantTables().sort());
  expect(new Set(distributed.map((table) => table.column))).toEqual(new Set(["merchant_id"]));
  expect(names(distributed.filter((table) => table.together !== "member"))).toEqual(["member"]);
});

test("a second run finds nothing to do, and one that finds a table not placed places that one", async () => {
  const { url, said, distribute } = await place("12.1-1");
  await distribute();
  said.length = 0;
  expect(await distribute()).toEqual({ placed: 0, nodes: 2 });
  expect(said).toEqual([]);
  await query(url, "delete from stand_in.placed where relation = 'lot'::regclass");
  expect(await distribute()).toEqual({ placed: 1, nodes: 2 });
  expect(said).toEqual(["lot: by merchant"]);
});

test("a worker node is refused in words", async () => {
  const { url, distribute } = await place("12.1-1");
  await query(url, "update pg_catalog.pg_dist_local_group set groupid = 2");
  await expect(distribute()).rejects.toThrow(/leads to a Citus worker/);
});

test("Citus 10 is refused in words", async () => {
  const { distribute } = await place("10.2-5");
  await expect(distribute()).rejects.toThrow(/has Citus 10.2-5: distribute needs 11 or later/);
});
