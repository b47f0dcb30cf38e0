import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type Account, canEnter } from "./account";
import { systemWords } from "./failures";

/** Where a data directory keeps what. Everything but the cluster is small and stays in it. */
export const paths = (dataDir: string) => ({
  /** The cluster, or a link to it. */
  cluster: join(dataDir, "postgres"),
  log: join(dataDir, "postgres.log"),
  settings: join(dataDir, "database.json"),
  run: join(dataDir, "run"),
});

/** Makes the data directory if need be and returns its absolute path. */
export function openDataDir(path: string): string {
  const dataDir = resolve(path);
  try {
    makeDirectory(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new OperatorError(`REGULARS_DATA_DIR ${dataDir} cannot be used: ${systemWords(error) ?? error}`, {
      cause: error,
    });
  }
}

/** With its parents, one by one: asked for them all, Node tries for ever below /proc, where nothing can be made. */
function makeDirectory(path: string): void {
  const isThere = () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere()) return;
  if (!existsSync(dirname(path))) makeDirectory(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isThere()) throw error;
  }
}

/** The directory of an existing cluster. */
export const clusterOf = (dataDir: string): string => realpathSync(paths(dataDir).cluster);

/**
 * The directory of the cluster. It is made by whoever initialises it, in the data directory; when root runs us and the
 * server's account cannot get there (a checkout under /root, or in a directory of mode 700), in a directory of its own
 * under /var/lib/regulars, with a link in the data directory. docs/adr/0006 tells why.
 */
export function clusterPlace(dataDir: string, account: Account | undefined): string {
  const { cluster } = paths(dataDir);
  const link = lstatSync(cluster, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return linkedPlace(cluster);
  if (!account || letEnter(account, dataDir)) return cluster;
  if (link) throw outOfReach(account, dataDir);
  const id = randomBytes(6).toString("hex");
  const elsewhere = join(systemDirectory(), id);
  mkdirSync(elsewhere, { mode: 0o711 });
  writeFileSync(join(elsewhere, "belongs-to"), `${dataDir}\n`);
  symlinkSync(join(elsewhere, "postgres"), cluster);
  return join(elsewhere, "postgres");
}

const outOfReach = (account: Account, dataDir: string) =>
  new OperatorError(
    `The database server runs as ${account.name}, who cannot enter ${dataDir}: move the data directory where they can, and name it in REGULARS_DATA_DIR`,
  );

function linkedPlace(link: string): string {
  const target = resolve(dirname(link), readlinkSync(link));
  if (existsSync(dirname(target))) return target;
  throw new OperatorError(
    `The database of this installation is gone: ${link} leads to ${target}. Put it back, or remove the link to start empty`,
  );
}

/** What root makes in somebody's data directory is for its owner to use, who may run us next time. */
export function leaveToOwner(dataDir: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dataDir);
  chownSync(path, uid, gid);
}

/** The folder of locks and live users. */
export function runFolder(dataDir: string): string {
  const { run } = paths(dataDir);
  mkdirSync(run, { recursive: true });
  leaveToOwner(dataDir, run);
  return run;
}

/** Held while the server is started or stopped. */
export const startLock = (dataDir: string): string => join(runFolder(dataDir), "start.lock");

/** Where root keeps what other accounts must reach. */
export function systemDirectory(): string {
  mkdirSync("/var/lib/regulars", { recursive: true, mode: 0o755 });
  return "/var/lib/regulars";
}

/** The data directory is ours, so it may be opened for passing through; the directories above it are not. */
function letEnter(account: Account, dataDir: string): boolean {
  if (canEnter(account, dataDir)) return true;
  if (!canEnter(account, dirname(dataDir))) return false;
  chmodSync(dataDir, statSync(dataDir).mode | 0o001);
  return canEnter(account, dataDir);
}
