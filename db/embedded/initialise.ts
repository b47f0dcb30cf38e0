import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type Account, asAccount, giveTo } from "./account";
import type { Binaries } from "./binaries";
import { startFailure } from "./failures";

/** Whether there is a cluster that this version can open; false when there is none yet, and an error for anything else. */
export function isInitialised(cluster: string, version: string): boolean {
  if (!existsSync(cluster)) return false;
  const file = join(cluster, "PG_VERSION");
  if (!existsSync(file)) {
    if (readdirSync(cluster).length === 0) return false;
    throw new OperatorError(
      `The database directory ${cluster} is broken: it has no PG_VERSION. Restore a backup, or move it away to start empty`,
    );
  }
  const found = readFileSync(file, "utf8").trim();
  if (found === version) return true;
  throw new OperatorError(
    /^\d+$/.test(found)
      ? `The database directory ${cluster} belongs to PostgreSQL ${found}, and this is ${version}: restore a backup made with it, or move it away to start empty`
      : `The database directory ${cluster} is broken: its PG_VERSION is not a version. Restore a backup, or move it away to start empty`,
  );
}

interface Making {
  binaries: Binaries;
  account: Account | undefined;
  password: string;
  durable: boolean;
}

/** Makes a cluster beside its place and moves it there when it is complete, so that a killed run leaves no half of one. */
export async function initialise(cluster: string, making: Making): Promise<void> {
  const { account, binaries } = making;
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(`${basename(cluster)}.new-`)) {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    }
  }
  const half = `${cluster}.new-${process.pid}`;
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  try {
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const trust = ["--username=regulars", "--auth=trust", "--no-instructions"];
    const sync = making.durable ? [] : ["--no-sync", "--wal-segsize=1"];
    await complete(binaries.initdb, ["-D", half, ...locale, ...trust, ...sync], account, half);
    writeFileSync(join(half, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    await single(half, "postgres", making, [passwordStatement(making.password), "CREATE DATABASE regulars"]);
    renameSync(half, cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** Gives a stopped cluster another password: after its file was lost, or it came from a backup. Recovers it first if need be. */
export async function resetPassword(cluster: string, making: Omit<Making, "durable">): Promise<void> {
  await single(cluster, "regulars", making, [passwordStatement(making.password)]);
}

/** A copied cluster may belong to root, whom the server is not, and be open to others, which the server refuses. */
export function claimCluster(cluster: string, account: Account | undefined): void {
  const { uid, mode } = statSync(cluster);
  if (account && uid === 0) giveTo(account, cluster);
  if (mode & 0o027) chmodSync(cluster, 0o700);
}

// The password is hexadecimal digits that we made.
const passwordStatement = (password: string) => `ALTER ROLE regulars PASSWORD '${password}'`;

/** Runs statements on a stopped cluster, one a line, without opening it to anybody. */
async function single(
  cluster: string,
  database: string,
  { binaries, account }: Omit<Making, "durable">,
  statements: string[],
): Promise<void> {
  const args = ["--single", "-D", cluster, "-c", "log_min_messages=error", database];
  await complete(binaries.postgres, args, account, cluster, `${statements.join("\n")}\n`);
}

/** Runs a program to its end. An ERROR that it prints counts as a failure: single-user mode reports it and goes on. */
function complete(
  file: string,
  args: string[],
  account: Account | undefined,
  cluster: string,
  input = "",
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...asAccount(account), stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.stdin.on("error", () => {}); // It ended before it read: its exit says why.
    child.stdin.end(input);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0 && !/(ERROR|FATAL|PANIC):/.test(said)) resolve();
      else reject(startFailure(cluster.replace(/\.(new-\d+|restoring)$/, ""), said));
    });
  });
}
