import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "./place";
import { isSameProcess, processIdentity } from "./process-identity";

/**
 * Which processes use the server of a data directory: a file each, in `run/`. The last one to leave stops the server,
 * so a command that runs beside the web server neither stops it nor is stopped by it.
 */
let count = 0;

/** Registers this process once more; call what is returned to leave. */
export function register(dataDir: string): () => void {
  count += 1;
  const file = join(runFolder(dataDir), `user.${process.pid}.${count}`);
  writeFileSync(file, processIdentity(process.pid) ?? "");
  return () => rmSync(file, { force: true });
}

/** How many live uses there are. Forgets the dead ones: call it under the start lock. */
export function liveUsers(dataDir: string): number {
  const run = runFolder(dataDir);
  const files = readdirSync(run).filter((name) => name.startsWith("user."));
  const live = files.filter((name) => isSameProcess(readFileSync(join(run, name), "utf8")));
  for (const name of files) if (!live.includes(name)) rmSync(join(run, name), { force: true });
  return live.length;
}
