import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { OperatorError } from "@/lib/kernel/operator-error";
import { databaseAccount, giveTo } from "./account";
import { backupNote } from "./backup";
import { usableBinaries } from "./binaries";
import { asOperatorError } from "./failures";
import { resetPassword } from "./initialise";
import { withLock } from "./lock";
import { clusterPlace, leaveToOwner, openDataDir, paths, startLock } from "./place";
import { runningPostmaster } from "./postmaster";
import { keepSettings, keptSettings, newSettings } from "./settings";
import { postgresVersion } from "./start-embedded";
import { DamagedArchive, type TarEntry, unpackTar } from "./tar";

export interface Restored {
  /** When the backup was begun. */
  createdAt: Date;
  /** Where the database that was there before has been put. */
  aside?: string;
}

/**
 * Puts a backup in the place of a data directory's database, which is kept aside. Refuses while it is in use. The
 * backup is unpacked and opened first, so that a damaged one changes nothing.
 */
export async function restore(dataDir: string, file: string): Promise<Restored> {
  const home = openDataDir(dataDir);
  try {
    return await withLock(startLock(home), () => restoreInto(home, file));
  } catch (error) {
    throw asOperatorError(error, file);
  }
}

async function restoreInto(dataDir: string, file: string): Promise<Restored> {
  const account = databaseAccount(paths(dataDir).cluster);
  const cluster = clusterPlace(dataDir, account);
  if (existsSync(cluster) && runningPostmaster(cluster)) {
    throw new OperatorError("The database is in use: stop Regulars first, then restore");
  }
  const half = `${cluster}.restoring`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  try {
    const { createdAt, secret } = await unpack(file, half);
    if (account) giveTo(account, half);
    const settings = keptSettings(dataDir) ?? (await newSettings());
    const binaries = usableBinaries(dataDir, account);
    await resetPassword(half, { binaries, account, password: settings.password });
    const aside = putAside(cluster, new Date());
    renameSync(half, cluster);
    keepSettings(dataDir, settings);
    if (secret) keepSecret(dataDir, secret);
    return { createdAt, aside };
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

const noteSchema = z.object({ format: z.literal(1), postgres: z.string(), createdAt: z.iso.datetime() });

/** Unpacks the cluster into `half`, which is empty. */
async function unpack(file: string, half: string): Promise<{ createdAt: Date; secret?: string }> {
  let createdAt: Date | undefined;
  let secret: string | undefined;
  const gunzip = createGunzip();
  const archive = createReadStream(file).on("error", (error) => gunzip.destroy(error));
  archive.pipe(gunzip);
  try {
    for await (const entry of unpackTar(gunzip)) {
      if (createdAt === undefined) createdAt = await readNote(entry, file);
      else if (entry.name === "secret") secret = await text(entry.content);
      else if (entry.name.startsWith("postgres/"))
        await place(entry, join(half, entry.name.slice("postgres/".length)));
    }
    for await (const _ of gunzip); // To the end, where the checksum is.
  } catch (error) {
    const unreadable =
      error instanceof DamagedArchive || /^Z_/.test((error as NodeJS.ErrnoException).code ?? "");
    throw unreadable ? notABackup(file, error) : error;
  } finally {
    archive.destroy();
  }
  if (createdAt === undefined) throw notABackup(file);
  return { createdAt, secret };
}

async function readNote(entry: TarEntry, file: string): Promise<Date> {
  if (entry.name !== backupNote || entry.size > 10_000) throw notABackup(file);
  const note = noteSchema.safeParse(parseJson(await text(entry.content)));
  if (!note.success) throw notABackup(file);
  if (note.data.postgres !== postgresVersion) {
    throw new OperatorError(
      `${file} was made with PostgreSQL ${note.data.postgres}, and this is ${postgresVersion}`,
    );
  }
  return new Date(note.data.createdAt);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notABackup = (file: string, cause?: unknown) =>
  new OperatorError(`${file} is damaged, or not a backup made by Regulars`, { cause });

async function place(entry: TarEntry, path: string): Promise<void> {
  if (entry.name.endsWith("/")) mkdirSync(path, { recursive: true, mode: 0o700 });
  else await pipeline(entry.content, createWriteStream(path, { mode: 0o600 }));
}

function putAside(cluster: string, now: Date): string | undefined {
  if (!existsSync(cluster)) return undefined;
  if (readdirSync(cluster).length === 0) return undefined;
  const aside = `${cluster}.before-${now.toISOString().replaceAll(":", "")}`;
  renameSync(cluster, aside);
  return aside;
}

/** The installation's own secret stays; a fresh one takes over the backup's, so that nobody needs to sign in again. */
function keepSecret(dataDir: string, secret: string): void {
  const file = join(dataDir, "secret");
  if (existsSync(file)) return;
  writeFileSync(file, secret, { mode: 0o600 });
  leaveToOwner(dataDir, file);
}
