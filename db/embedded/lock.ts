import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "@/lib/kernel/operator-error";
import { isSameProcess, processIdentity } from "./process-identity";

const patience = 10 * 60_000;

/** Lets one process at a time do something: who holds the lock is in the file. The lock of a killed process is broken. */
export async function withLock<T>(lock: string, run: () => Promise<T>): Promise<T> {
  const ours = `${lock}.${process.pid}.${performance.now()}`;
  try {
    writeFileSync(ours, processIdentity(process.pid) ?? "");
    const deadline = Date.now() + patience;
    while (!take(ours, lock)) {
      const holder = read(lock);
      if (holder !== undefined && !isSameProcess(holder)) breakLock(lock, holder, ours);
      else if (Date.now() > deadline) {
        throw new OperatorError(`Process ${holder?.split(" ")[0]} has held ${lock} for 10 minutes`);
      } else await pause(50);
    }
    try {
      return await run();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(ours, { force: true });
  }
}

/** A link appears with its content in one step, which creating a file and writing it does not. */
function take(ours: string, lock: string): boolean {
  try {
    linkSync(ours, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock away. If another process was faster and has taken it since, it gets its lock back. */
function breakLock(lock: string, holder: string, ours: string): void {
  const broken = `${ours}.broken`;
  try {
    renameSync(lock, broken);
    if (read(broken) !== holder) take(broken, lock);
    rmSync(broken, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
