import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { onFullDisk } from "@/db/testing/full-disk";
import { OperatorError } from "@/lib/kernel/operator-error";
import { clusterOf, paths } from "./place";
import { runningPostmaster } from "./postmaster";
import { isAlive } from "./process-identity";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded";
import { throwawayDirectory } from "./throwaway";

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

async function start(dataDir: string, durable = false): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, durable });
  cleanups.push(() => database.stop());
  return database;
}

async function ask(url: string, statement: string): Promise<postgres.Row | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.unsafe(statement))[0];
  } finally {
    await sql.end();
  }
}

const serverOf = (dataDir: string) => runningPostmaster(clusterOf(dataDir))?.pid;

/** Another process that starts the database and says its address; it stops it when its standard input ends. */
async function startInProcess(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const module = pathToFileURL(join(import.meta.dirname, "start-embedded.ts")).href;
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(module)});
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log(database.url);
    process.stdin.resume().once("end", () => database.stop());`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  cleanups.push(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit").then(() => Promise.reject(new Error("it did not start")));
  const [url] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), ended]);
  ended.catch(() => {});
  return { process: child, url };
}

const killed = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
};

async function refusal(dataDir: string): Promise<string> {
  const error = await startEmbedded({ dataDir, durable: false }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(OperatorError);
  return (error as OperatorError).message;
}

describe("the embedded database", () => {
  it("an empty directory becomes a UTF-8 database with checksums, forced commits and a password of its own", async () => {
    const dataDir = newDirectory();
    const database = await start(dataDir, true);
    expect(database.owned).toBe(true);
    const asked = await ask(
      database.url,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('full_page_writes') as pages, upper('çığ') as upper, current_database() as name`,
    );
    expect(asked).toEqual({
      encoding: "UTF8",
      checksums: "on",
      fsync: "on",
      commits: "on",
      pages: "on",
      upper: "ÇIĞ",
      name: "regulars",
    });
    const wrong = new URL(database.url);
    wrong.password = "wrong";
    await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(paths(dataDir).settings).mode & 0o077).toBe(0);
  });

  it("a stopped database starts again with its data, on the same port", async () => {
    const dataDir = newDatabase();
    const first = await start(dataDir);
    await ask(first.url, "create table kept as select 47 as points");
    await first.stop();
    expect(first.isRunning()).toBe(false);
    const second = await start(dataDir);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select points from kept")).toEqual({ points: 47 });
  });

  it("on a full disk, which has no room for a lock, it is stopped all the same", async () => {
    const database = await start(newDatabase());
    await onFullDisk(() => database.stop());
    expect(database.isRunning()).toBe(false);
  });

  it("two processes share one server, and the last one to leave stops it", async () => {
    const dataDir = newDatabase();
    const other = await startInProcess(dataDir);
    const ours = await start(dataDir);
    expect(ours.owned).toBe(false);
    expect(ours.url).toBe(other.url);
    const exit = once(other.process, "exit");
    other.process.stdin?.end();
    await exit;
    expect(ours.isRunning()).toBe(true);
    await ours.stop();
    expect(ours.isRunning()).toBe(false);
  });

  it("two processes that start an empty directory at once get the same server", async () => {
    const dataDir = newDirectory();
    const started = await Promise.all([startInProcess(dataDir), startInProcess(dataDir), start(dataDir)]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(await ask(started[2].url, "select 1 as one")).toEqual({ one: 1 });
    for (const { process } of [started[0], started[1]]) await killed(process);
  });

  it("the server of a killed process is taken over and stopped", async () => {
    const dataDir = newDatabase();
    const other = await startInProcess(dataDir);
    const server = serverOf(dataDir);
    await killed(other.process);
    const ours = await start(dataDir);
    expect(ours.owned).toBe(true);
    expect(serverOf(dataDir)).toBe(server);
    await ours.stop();
    expect(isAlive(server ?? 0)).toBe(false);
  });

  it("a server killed under load has every acknowledged row after the next start, once", async () => {
    const dataDir = newDatabase();
    const first = await start(dataDir, true);
    await ask(first.url, "create table written (n int primary key)");
    const acknowledged = await writeUntilKilled(first.url, () =>
      process.kill(serverOf(dataDir) ?? 0, "SIGKILL"),
    );
    expect(acknowledged.length).toBeGreaterThan(100);
    const second = await start(dataDir, true);
    const sql = postgres(second.url, { max: 1 });
    const found = new Set((await sql`select n from written`).map((row) => row.n));
    await sql.end();
    expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
  });

  it("two directories are two databases side by side", async () => {
    const [one, two] = [await start(newDatabase()), await start(newDatabase())];
    expect(new URL(one.url).port).not.toBe(new URL(two.url).port);
    await ask(one.url, "create table here (n int)");
    expect(await ask(two.url, "select to_regclass('here') as here")).toEqual({ here: null });
  });

  it("a file left by a killed server whose id another process has by now does not stop the start", async () => {
    const dataDir = newDatabase();
    const first = await start(dataDir);
    const cluster = clusterOf(dataDir);
    const left = readFileSync(join(cluster, "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(join(cluster, "postmaster.pid"), left.replace(/^\d+/, String(process.pid)));
    expect((await start(dataDir)).isRunning()).toBe(true);
  });

  it("a lost password file is made again", async () => {
    const dataDir = newDatabase();
    const first = await start(dataDir);
    await ask(first.url, "create table kept as select 47 as points");
    await first.stop();
    rmSync(paths(dataDir).settings);
    const second = await start(dataDir);
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.url, "select points from kept")).toEqual({ points: 47 });
  });

  it("in a directory of mode 700 the server finds a place that its account can enter", async () => {
    const outer = newDirectory();
    const dataDir = join(outer, "checkout", ".data");
    mkdirSync(dataDir, { recursive: true });
    chmodSync(outer, 0o700);
    const database = await start(dataDir);
    cleanups.push(() => {
      if (database.elsewhere) rmSync(join(database.elsewhere, ".."), { recursive: true });
    });
    // Only root, whose server runs as somebody else, needs another place.
    expect(database.elsewhere !== undefined).toBe(process.getuid?.() === 0);
    await database.stop();
    expect((await start(dataDir)).elsewhere).toBe(database.elsewhere);
  });
});

describe("a database directory that cannot be opened is refused in one line", () => {
  it("its control file is missing", async () => {
    const dataDir = newDatabase();
    rmSync(join(clusterOf(dataDir), "global", "pg_control"));
    const line = await refusal(dataDir);
    expect(line).toMatch(/^The database in .* did not start: .*could not find the database system/);
    expect(line).not.toContain("\n");
  });
});

/** Inserts from eight connections, kills after 500 rows, and returns the numbers whose insert was acknowledged. */
async function writeUntilKilled(url: string, kill: () => void): Promise<number[]> {
  const sql = postgres(url, { max: 8, connect_timeout: 1, onnotice: () => {} });
  const acknowledged: number[] = [];
  let next = 0;
  let over = false;
  const writer = async () => {
    while (!over) {
      const n = next++;
      await sql`insert into written values (${n})`;
      acknowledged.push(n);
      if (acknowledged.length === 500) kill();
    }
  };
  const stop = () => {
    over = true;
  };
  await Promise.all(Array.from({ length: 8 }, () => writer().catch(stop)));
  await sql.end({ timeout: 0 });
  return acknowledged;
}
