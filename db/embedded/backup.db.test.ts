import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { OperatorError } from "@/lib/kernel/operator-error";
import { backup } from "./backup";
import { restore } from "./restore";
import { startEmbedded } from "./start-embedded";
import { throwawayDirectory } from "./throwaway";

// Disks of build machines can be slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const cleanups: (() => Promise<void> | void)[] = [];
const pattern = throwawayDirectory();

beforeAll(async () => {
  const database = await startEmbedded({ dataDir: pattern.dataDir, durable: false });
  await database.stop();
});

afterAll(() => pattern.remove());

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newDirectory(): string {
  const { dataDir, remove } = throwawayDirectory();
  cleanups.push(remove);
  return dataDir;
}

function newDatabase(): string {
  const { dataDir, remove } = throwawayDirectory(pattern.dataDir);
  cleanups.push(remove);
  return dataDir;
}

async function withDatabase<T>(dataDir: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const database = await startEmbedded({ dataDir, durable: false });
  const sql = postgres(database.url, { max: 4, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
    await database.stop();
  }
}

/** Moves a point from one account to another, over and over, and counts the moves, until told to stop. */
function moveAround(sql: postgres.Sql): { moves(): number; stop(): Promise<void> } {
  let moves = 0;
  let over = false;
  const mover = async () => {
    while (!over) {
      await sql.begin(async (tx) => {
        await tx`update account set points = points - 1 where id = ${moves % 50}`;
        await tx`update account set points = points + 1, note = repeat('x', 500) where id = ${50 + (moves % 50)}`;
        await tx`insert into move default values`;
      });
      moves += 1;
    }
  };
  const done = Promise.all([mover()]);
  return {
    moves: () => moves,
    stop: async () => {
      over = true;
      await done;
    },
  };
}

it("a backup taken while 100 accounts trade restores to one moment: nothing is lost, nothing half moved", async () => {
  const [source, target] = [newDatabase(), newDirectory()];
  const file = join(newDirectory(), "regulars.backup");
  writeFileSync(join(source, "secret"), "of the source");
  const before = await withDatabase(source, async (sql) => {
    await sql`create table account (id int primary key, points int not null, note text)`;
    await sql`create table move (id bigint generated always as identity primary key)`;
    await sql`insert into account select n, 1000 from generate_series(0, 99) n`;
    const load = moveAround(sql);
    const acknowledged = load.moves();
    await backup(source, file);
    await load.stop();
    expect(load.moves()).toBeGreaterThan(acknowledged);
    return acknowledged;
  });
  const { aside } = await restore(target, file);
  expect(aside).toBeUndefined();
  expect(readFileSync(join(target, "secret"), "utf8")).toBe("of the source");
  await withDatabase(target, async (sql) => {
    const [found] = await sql`
      select (select sum(points)::int from account) as points, (select count(*)::int from move) as moves,
        (select sum(1000 - points)::int from account where id < 50) as moved`;
    expect(found?.points).toBe(100_000);
    expect(found?.moves).toBeGreaterThanOrEqual(before);
    expect(found?.moved).toBe(found?.moves);
  });
});

it("a restore over a database keeps the old one aside, and the secret it has", async () => {
  const dataDir = newDatabase();
  const file = join(newDirectory(), "regulars.backup");
  writeFileSync(join(dataDir, "secret"), "older");
  await withDatabase(dataDir, (sql) => sql`create table kept as select 1 as n`);
  await backup(dataDir, file);
  await withDatabase(dataDir, (sql) => sql`update kept set n = 2`);
  writeFileSync(join(dataDir, "secret"), "newer");
  const { aside } = await restore(dataDir, file);
  expect(existsSync(join(aside ?? "", "PG_VERSION"))).toBe(true);
  expect(await withDatabase(dataDir, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("newer");
});

it("a database in use is not restored over, and a file that exists is not written over", async () => {
  const dataDir = newDatabase();
  const file = join(newDirectory(), "regulars.backup");
  await withDatabase(dataDir, async () => {
    await backup(dataDir, file);
    await expect(restore(dataDir, file)).rejects.toThrow("The database is in use");
    await expect(backup(dataDir, file)).rejects.toThrow("exists already");
  });
});

it("a damaged backup, another file and none at all change nothing", async () => {
  const dataDir = newDatabase();
  const folder = newDirectory();
  const file = join(folder, "regulars.backup");
  await withDatabase(dataDir, (sql) => sql`create table kept as select 1 as n`);
  await backup(dataDir, file);
  truncateSync(file, Math.floor(readFileSync(file).length / 2));
  writeFileSync(join(folder, "other"), "not a backup");
  writeFileSync(join(folder, "flipped"), gzipSync(Buffer.alloc(2_048, "flipped")));
  for (const name of ["regulars.backup", "other", "flipped", "none"]) {
    const error = await restore(dataDir, join(folder, name)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect((error as Error).message).toContain(join(folder, name));
  }
  expect(await withDatabase(dataDir, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
});
