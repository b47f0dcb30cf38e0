import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chownSync, type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "@/lib/kernel/operator-error";
import { plainEnv } from "./plain-env";

/** Who runs the database server when we are root: PostgreSQL refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** How commands of the database server are started. */
export const asAccount = (account: Account | undefined) => ({
  ...(account ? { uid: account.uid, gid: account.gid } : {}),
  env: plainEnv,
  cwd: "/",
});

/**
 * Undefined unless we are root. Then the owner of an existing cluster, so that who made it can go on using it;
 * otherwise the machine's user for PostgreSQL, or its user for nobody in particular.
 */
export function databaseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const uid = identify("-u", name);
    const gid = identify("-g", name);
    // Darwin's nobody is -2, which is not an id that a process can be given here.
    if (uid && gid && uid > 0 && uid < 2 ** 31 && gid < 2 ** 31) return { uid, gid, name };
  }
  throw new OperatorError(
    "PostgreSQL does not run as root and there is no user postgres or nobody: start Regulars as another user, or set DATABASE_URL",
  );
}

function identify(what: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(
      execFileSync("id", [what, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return undefined;
  }
}

/** Whether the account can enter the directory: asked of the system, which knows about lists and mounts. */
export const canEnter = (account: Account, directory: string): boolean =>
  runs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", directory]);

/** Whether the command, run as the account, succeeds. */
export function runs(account: Account | undefined, file: string, args: string[]): boolean {
  const options: SpawnSyncOptions = { ...asAccount(account), stdio: "ignore" };
  return spawnSync(file, args, options).status === 0;
}

/** Gives a directory and everything in it to the account. Links are given, not followed. */
export function giveTo(account: Account, path: string): void {
  const entries: Dirent[] = lstatSync(path).isDirectory() ? readdirSync(path, { withFileTypes: true }) : [];
  for (const entry of entries) {
    if (!entry.isSymbolicLink()) giveTo(account, join(path, entry.name));
  }
  chownSync(path, account.uid, account.gid);
}
