import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import postgres from "postgres";
import { type Database, openDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrateDatabase } from "@/db/migrate";
import { copyTables, exportTables } from "./lib/copy-tables";
import { importJourney, journeyFile, journeyShop, longerJourney } from "./lib/journey";
import { interleave } from "./lib/rounds";
import type { BenchResult } from "./run";

const lines = 75_000;
const rounds = 3;

/** The Complete Journey file, imported, against COPY of the same rows into the same tables; each into a fresh database. */
export async function run(): Promise<BenchResult[]> {
  const directory = await mkdtemp(join(tmpdir(), "regulars-bench-"));
  const server = await startEmbedded({ dataDir: join(directory, "data") });
  try {
    const fresh = await freshDatabases(server.url);
    const imported = async () => {
      return fresh(async (database, url) => {
        const actor = await journeyShop(database);
        const ms = await timed(() => importJourney(database, actor, journeyFile()));
        await exportTables(url, directory);
        return (lines * 1000) / ms;
      });
    };
    const copied = () =>
      fresh(async (database) => (lines * 1000) / (await timed(() => copyTables(database, directory))));
    await imported();
    const result = await interleave(rounds, imported, copied);
    const memory = await peaks(fresh, directory);
    return [{ name: "import", ...result, unit: "rows/s", target: { atLeast: 0.2 }, ...memory }];
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

type Fresh = <T>(use: (database: Database, url: string) => Promise<T>) => Promise<T>;

/** Databases that are made for one use each, all from one migrated template. */
async function freshDatabases(serverUrl: string): Promise<Fresh> {
  const urlOf = (name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const admin = async (statement: string) => {
    const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await admin("create database bench_template");
  await migrateDatabase(urlOf("bench_template"));
  let made = 0;
  return async (use) => {
    made += 1;
    const name = `bench_${made}`;
    await admin(`create database ${name} template bench_template`);
    await admin("checkpoint");
    const database = openDatabase(urlOf(name), { max: 4, name: "regulars-bench" });
    try {
      return await use(database, urlOf(name));
    } finally {
      await database.close();
      await admin(`drop database ${name} with (force)`);
    }
  };
}

/** Peak memory of a process that imports the file, and of one that imports four times as much. */
async function peaks(fresh: Fresh, directory: string): Promise<Record<string, number>> {
  const once = join(dirname(fileURLToPath(import.meta.url)), "lib", "import-once.ts");
  const peak = async (times: number): Promise<number> => {
    const file = await longerJourney(directory, times);
    const { stdout } = await fresh((_, url) =>
      promisify(execFile)(process.execPath, ["--import", "tsx", once, url, file]),
    );
    const { megabytes }: { megabytes: number } = JSON.parse(stdout);
    return megabytes;
  };
  const [single, fourfold] = [await peak(1), await peak(4)];
  return { peakMegabytes: single, peakMegabytesAtFourTimes: fourfold, memoryGrowth: fourfold / single };
}
