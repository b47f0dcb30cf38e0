import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type EmbeddedDatabase, startEmbedded } from "./embedded/start-embedded";
import { throwawayDirectory } from "./embedded/throwaway";
import { databaseFitness } from "./fitness";
import { bringFunctions } from "./functions";
import { migrateDatabase } from "./migrate";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { dataDir, remove } = throwawayDirectory();
let server: EmbeddedDatabase;

beforeAll(async () => {
  server = await startEmbedded({ dataDir, durable: false });
});

afterAll(async () => {
  await server.stop();
  remove();
});

async function emptyDatabase(name: string): Promise<string> {
  const sql = postgres(server.url, { max: 1 });
  await sql`create database ${sql(name)}`;
  await sql.end();
  const url = new URL(server.url);
  url.pathname = name;
  return url.href;
}

async function fitness(url: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    return await databaseFitness(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const journal = new URL("./migrations/meta/_journal.json", import.meta.url);

it("three processes that migrate at once apply each migration once", async () => {
  const url = await emptyDatabase("at_once");
  expect(existsSync(journal)).toBe(true);
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
  const applied = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
  expect(applied.sort()).toEqual([0, 0, entries.length]);
  expect(await migrateDatabase(url)).toBe(0);
});

it("a database is fit once it is migrated, and unfit before, behind and away", async () => {
  const url = await emptyDatabase("fitness");
  expect(await fitness(url)).toEqual({ reachable: true, migrationsPending: true });
  await migrateDatabase(url);
  expect(await fitness(url)).toEqual({ reachable: true, migrationsPending: false });
  const sql = postgres(url, { max: 1 });
  await sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  await sql.end();
  expect(await fitness(url)).toEqual({ reachable: true, migrationsPending: true });
  expect(await fitness("postgres://regulars:x@127.0.0.1:1/none")).toEqual({
    reachable: false,
    migrationsPending: true,
  });
});

it("functions are as their files say: changed when a file has changed, and else left alone", async () => {
  const url = await emptyDatabase("functions");
  const directory = mkdtempSync(join(tmpdir(), "functions-"));
  const file = join(directory, "twice.sql");
  const twice = (body: string) =>
    writeFileSync(
      file,
      `create or replace function twice(n integer) returns integer language sql as '${body}'`,
    );
  const sql = postgres(url, { max: 1 });
  try {
    twice("select n * 3");
    expect(await bringFunctions(sql, directory)).toEqual(["twice"]);
    expect(await bringFunctions(sql, directory)).toEqual([]);
    twice("select n * 2");
    expect(await bringFunctions(sql, directory)).toEqual(["twice"]);
    expect(await sql`select twice(21)`).toEqual([{ twice: 42 }]);
    writeFileSync(file, "create or replace function twice(n integer) returns integer language sql as 'no'");
    await expect(bringFunctions(sql, directory)).rejects.toThrow();
    expect(await sql`select twice(21)`).toEqual([{ twice: 42 }]);
  } finally {
    await sql.end();
    rmSync(directory, { recursive: true });
  }
});

it("a PostgreSQL 14 is refused in words, and nothing is made in it", async () => {
  const url = await emptyDatabase("fourteen");
  const sql = postgres(url, { max: 1 });
  // What it is asked for stands before the server's own.
  await sql.unsafe(`
    create schema old;
    create function old.current_setting(text) returns text language sql as $$ select '140012' $$;
    alter database fourteen set search_path = old, pg_catalog`);
  await sql.end();
  await expect(migrateDatabase(url)).rejects.toThrow(
    "DATABASE_URL leads to PostgreSQL 14: Regulars needs 15 or later",
  );
  expect(await fitness(url)).toEqual({ reachable: true, migrationsPending: true });
});

it("a database that does not answer is named without its password", async () => {
  const error = await migrateDatabase("postgres://regulars:hidden@127.0.0.1:1/none").catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OperatorError);
  expect((error as Error).message).toBe(
    "The database at 127.0.0.1:1 (DATABASE_URL) does not answer: nothing listens there",
  );
});

it("what takes connections and hangs up is named in a line as what drops packets would be, instead of being called for ever", async () => {
  const hangsUp = createServer((socket) => socket.end()).listen(0, "127.0.0.1");
  await once(hangsUp, "listening");
  const { port } = hangsUp.address() as AddressInfo;
  try {
    await expect(
      migrateDatabase(`postgres://regulars:hidden@127.0.0.1:${port}/none`, { patience: 500 }),
    ).rejects.toThrow(
      `The database at 127.0.0.1:${port} (DATABASE_URL) does not answer: nothing came back within 0.5 seconds: what listens there does not speak as PostgreSQL does, or a firewall drops what is sent there`,
    );
  } finally {
    hangsUp.close();
  }
});

it("an embedded database that is not there is named by its directory, not by a setting that nobody made", async () => {
  const missing = new URL(server.url);
  missing.pathname = "/gone";
  await expect(migrateDatabase(missing.href, { called: "The database in /srv/regulars" })).rejects.toThrow(
    'The database in /srv/regulars does not answer: database "gone" does not exist',
  );
});
