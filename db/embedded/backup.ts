import { createWriteStream, existsSync } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { OperatorError } from "@/lib/kernel/operator-error";
import { asOperatorError } from "./failures";
import { clusterOf, openDataDir } from "./place";
import { startEmbedded } from "./start-embedded";
import { directoryEntry, packTar, type TarEntry, textEntry } from "./tar";

/** First entry of a backup. */
export const backupNote = "backup.json";

/**
 * Writes the embedded database to one file while it is used: a copy of its files and the log that makes them one
 * consistent state, that of the end of the backup. The file appears under its name when it is complete.
 */
export async function backup(dataDir: string, file: string): Promise<void> {
  if (existsSync(file)) throw new OperatorError(`${file} exists already: take another name, or remove it`);
  const home = openDataDir(dataDir);
  const database = await startEmbedded({ dataDir: home });
  const sql = postgres(database.url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} });
  const partial = `${file}.part`;
  try {
    const archive = Readable.from(packTar(entries(sql, home)), { objectMode: false });
    await pipeline(
      archive,
      createGzip({ level: 1 }),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw asOperatorError(error, file);
  } finally {
    await sql.end({ timeout: 5 });
    await database.stop();
  }
}

async function* entries(sql: postgres.Sql, dataDir: string): AsyncGenerator<TarEntry> {
  const cluster = clusterOf(dataDir);
  const version = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  yield textEntry(backupNote, JSON.stringify({ format: 1, postgres: version, createdAt: new Date() }));
  const secret = join(dataDir, "secret");
  if (existsSync(secret)) yield textEntry("secret", await readFile(secret, "utf8"));

  // The slot keeps the log of the time in between from being recycled; both end with this connection.
  await sql`select pg_create_physical_replication_slot(${`regulars_backup_${process.pid}`}, true, true)`;
  const [start] = await sql`select pg_walfile_name(pg_backup_start('regulars', true)) as wal`;
  yield* tree(cluster, "");
  const [end] = await sql`
    select pg_walfile_name(lsn) as wal, labelfile as label, spcmapfile as spaces from pg_backup_stop(false)`;
  if (end?.spaces) throw new OperatorError("The database has tablespaces, which a backup would not hold");
  yield textEntry("postgres/backup_label", end?.label);

  for (const name of (await readdir(join(cluster, "pg_wal"))).sort()) {
    const isNeeded = /^[0-9A-F]{24}$/.test(name) && name >= start?.wal && name <= end?.wal;
    if (isNeeded) yield* fileEntry(cluster, `pg_wal/${name}`);
  }
}

/** What the server makes anew, and what belongs to this run of it. */
const emptied = new Set(
  ["dynshmem", "notify", "replslot", "serial", "snapshots", "stat_tmp", "subtrans", "wal"].map(
    (name) => `pg_${name}`,
  ),
);
const left =
  /^(postmaster\.(pid|opts)|backup_(label|manifest)(\.old)?|tablespace_map|pg_internal\.init.*|pgsql_tmp.*)$/;

async function* tree(cluster: string, path: string): AsyncGenerator<TarEntry> {
  const found = await readdir(join(cluster, path), { withFileTypes: true }).catch(ignoreGone);
  for (const entry of found ?? []) {
    const inside = path === "" ? entry.name : `${path}/${entry.name}`;
    if (left.test(entry.name)) continue;
    if (entry.isDirectory()) yield directoryEntry(`postgres/${inside}`);
    if (entry.isDirectory() && !emptied.has(inside)) yield* tree(cluster, inside);
    if (entry.isFile())
      yield* inside === "global/pg_control" ? controlEntry(cluster, inside) : fileEntry(cluster, inside);
  }
}

/** One file as long as it is now; none if it has gone meanwhile: the log knows what became of it. */
async function* fileEntry(cluster: string, path: string): AsyncGenerator<TarEntry> {
  const handle = await open(join(cluster, path)).catch(ignoreGone);
  if (!handle) return;
  try {
    const { size } = await handle.stat();
    const content = handle.createReadStream({ autoClose: false, highWaterMark: 1 << 18 });
    yield { name: `postgres/${path}`, size, content };
  } finally {
    await handle.close();
  }
}

/** The one file that the log cannot mend if it is read while it is written: it is read until two readings agree. */
async function* controlEntry(cluster: string, path: string): AsyncGenerator<TarEntry> {
  const read = () => readFile(join(cluster, path), "latin1");
  let before = await read();
  for (let now = await read(); now !== before; now = await read()) before = now;
  const bytes = Buffer.from(before, "latin1");
  yield { name: `postgres/${path}`, size: bytes.length, content: Readable.from([bytes]) };
}

function ignoreGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
