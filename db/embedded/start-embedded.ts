import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Account, asAccount, databaseAccount } from "./account";
import { type Binaries, usableBinaries } from "./binaries";
import { asOperatorError, isDiskFull, startFailure } from "./failures";
import { claimCluster, initialise, isInitialised, resetPassword } from "./initialise";
import { withLock } from "./lock";
import { clusterPlace, openDataDir, paths, startLock } from "./place";
import { forgetDeadPostmaster, runningPostmaster, stopPostmaster, waitFor } from "./postmaster";
import { keepSettings, keptSettings, newSettings, portToUse, type Settings, urlOf } from "./settings";
import { liveUsers, register } from "./users";

/** The major version of the programs in package.json. */
export const postgresVersion = "18";

interface EmbeddedOptions {
  dataDir: string;
  /** False for databases that are thrown away: nothing is forced to disk. */
  durable?: boolean;
}

export interface EmbeddedDatabase {
  url: string;
  /** True when nobody else used the server at this moment: it was started now, or taken over from a killed run. */
  owned: boolean;
  /** Where the files are, when they could not be in the data directory. */
  elsewhere?: string;
  isRunning(): boolean;
  /** Leaves the server, and stops it when no other process uses it. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL server of a data directory, or joins the one that runs. Throws an OperatorError when it cannot. */
export async function startEmbedded({ dataDir, durable = true }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const home = openDataDir(dataDir);
    return await withLock(startLock(home), () => start(home, durable));
  } catch (error) {
    throw asOperatorError(error, dataDir);
  }
}

async function start(dataDir: string, durable: boolean): Promise<EmbeddedDatabase> {
  const account = databaseAccount(paths(dataDir).cluster);
  const cluster = clusterPlace(dataDir, account);
  const owned = liveUsers(dataDir) === 0;
  const settings = await serverOf({ dataDir, cluster, account, durable });
  const leave = register(dataDir);
  let stopped: Promise<void> | undefined;
  const leaveServer = async () => {
    leave();
    if (liveUsers(dataDir) === 0) await stopPostmaster(cluster);
  };
  const stop = () =>
    withLock(startLock(dataDir), leaveServer).catch((error: unknown) => {
      // A full disk holds no lock, and a server that nobody stops would hold the disk.
      if (!isDiskFull(error)) throw error;
      return leaveServer();
    });
  return {
    url: urlOf(settings),
    owned,
    elsewhere: dirname(cluster) === dataDir ? undefined : cluster,
    isRunning: () => runningPostmaster(cluster) !== undefined,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

interface Cluster {
  dataDir: string;
  cluster: string;
  account: Account | undefined;
  durable: boolean;
}

async function serverOf(place: Cluster): Promise<Settings> {
  const { dataDir, cluster, account, durable } = place;
  const initialised = isInitialised(cluster, postgresVersion);
  const kept = keptSettings(dataDir);
  if (initialised) {
    const joined = await join(cluster);
    if (joined && kept) return { ...kept, port: joined };
    if (joined) await stopPostmaster(cluster); // Its password is lost: it gets another.
    forgetDeadPostmaster(cluster);
  }
  const binaries = usableBinaries(dataDir, account);
  const settings = kept ?? (await newSettings());
  keepSettings(dataDir, settings);
  if (!initialised) await initialise(cluster, { binaries, account, password: settings.password, durable });
  claimCluster(cluster, account);
  if (initialised && !kept) await resetPassword(cluster, { binaries, account, password: settings.password });
  return await launch(place, binaries, settings);
}

/** The port of the server that runs, once it is ready; undefined when none runs. One that is stopping is waited for. */
async function join(cluster: string): Promise<number | undefined> {
  await waitFor(() => ["ready", undefined].includes(runningPostmaster(cluster)?.status), 5 * 60_000);
  return runningPostmaster(cluster)?.port;
}

const recoveryPatience = 30 * 60_000;
const attempts = 20;

async function launch(place: Cluster, binaries: Binaries, kept: Settings): Promise<Settings> {
  const { dataDir, cluster } = place;
  const { log } = paths(dataDir);
  if (existsSync(log)) renameSync(log, `${log}.old`);
  let said = "";
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const settings = { ...kept, port: await portToUse(kept.port) };
    if (settings.port !== kept.port) keepSettings(dataDir, settings);
    const begin = existsSync(log) ? readFileSync(log).length : 0;
    if (await launchOnce(place, binaries, settings.port)) return settings;
    said = readFileSync(log).subarray(begin).toString();
    // A port can be taken between our look and its bind; processes of a killed server need a moment to notice.
    if (!/could not (bind|create any TCP)|shared memory block .* still in use/.test(said)) break;
    await pause(500);
  }
  throw startFailure(cluster, said, log);
}

/** Whether the server became ready. It leads a process group of its own, so that Ctrl-C on a terminal reaches only us. */
async function launchOnce(
  { dataDir, cluster, account, durable }: Cluster,
  binaries: Binaries,
  port: number,
): Promise<boolean> {
  const log = openSync(paths(dataDir).log, "a", 0o600);
  const args = Object.entries(serverSettings(port, durable)).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(binaries.postgres, ["-D", cluster, ...args], {
    ...asAccount(account),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  const ready = () => {
    const server = runningPostmaster(cluster);
    return server?.pid === child.pid && server?.status === "ready";
  };
  const settled = await waitFor(() => ended || ready(), recoveryPatience);
  child.unref();
  return settled && !ended;
}

/** In megabytes, 128 to 1,024. It is taken from the system page by page, as the data grows. */
function quarterOfMemory(): number {
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(128, Math.min(1024, Math.floor(bytes / 4 / 2 ** 20)));
}

function serverSettings(port: number, durable: boolean): Record<string, string | number> {
  const common = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: `${durable ? quarterOfMemory() : 64}MB`,
    effective_cache_size: "1GB",
    maintenance_work_mem: "128MB",
    // What is written at the end of a quarter, say, fits between two checkpoints; less busy days need a fraction of it.
    max_wal_size: "4GB",
    random_page_cost: 1.1,
    // Statements are short and prepared: compiling them costs more than it saves.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    log_min_error_statement: "panic", // Statements carry people's data.
  };
  if (durable) return common;
  return { ...common, fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
}
