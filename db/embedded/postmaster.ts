import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "@/lib/kernel/operator-error";
import { isAlive, isPostmasterOf } from "./process-identity";

export interface Postmaster {
  pid: number;
  port: number;
  status: string;
}

/** The live server of a cluster, from the file that PostgreSQL keeps: pid, directory, start, port, socket, address, memory, status. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = read(cluster)?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || !isPostmasterOf(pid, realpathSync(cluster))) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "starting" };
}

/**
 * A killed server leaves its file. PostgreSQL takes it over unless some process of the same account has that id by
 * now, which in containers is common: so a file whose process is no server of this cluster is removed.
 */
export function forgetDeadPostmaster(cluster: string): void {
  if (read(cluster) !== undefined && !runningPostmaster(cluster)) {
    rmSync(join(cluster, "postmaster.pid"), { force: true });
  }
}

/** Asks for a fast shutdown: no new connections, open transactions are rolled back, everything is on disk. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const server = runningPostmaster(cluster);
  if (!server) return;
  signal(server.pid, "SIGINT");
  if (await waitFor(() => !isAlive(server.pid), 60_000)) return;
  // An immediate shutdown loses nothing either: the next start recovers from the log.
  signal(server.pid, "SIGQUIT");
  if (await waitFor(() => !isAlive(server.pid), 15_000)) return;
  throw new OperatorError(`The embedded database (process ${server.pid}) does not stop`);
}

export async function waitFor(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function read(cluster: string): string | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
