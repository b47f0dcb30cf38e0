import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "@/db/embedded/place";
import { isSameProcess, processIdentity } from "@/db/embedded/process-identity";

/**
 * The children of each run, in the data directory: a child that outlives a killed run, because it hangs, would hold the
 * port for ever.
 */
export function recordChild(dataDir: string, child: number): void {
  const identity = processIdentity(child);
  if (!identity) return;
  const record = { parent: processIdentity(process.pid), child: identity };
  writeFileSync(join(runFolder(dataDir), `child.${child}`), JSON.stringify(record));
}

/** Kills the children that killed runs left, and returns whether another run of this data directory is alive. */
export function clearLeftovers(dataDir: string): boolean {
  mkdirSync(dataDir, { recursive: true });
  const folder = runFolder(dataDir);
  let anotherRun = false;
  for (const name of readdirSync(folder).filter((name) => name.startsWith("child."))) {
    const { parent, child } = read(join(folder, name));
    if (parent && isSameProcess(parent)) {
      anotherRun = true;
      continue;
    }
    if (child && isSameProcess(child)) process.kill(Number.parseInt(child, 10), "SIGKILL");
    rmSync(join(folder, name), { force: true });
  }
  return anotherRun;
}

function read(file: string): { parent?: string; child?: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { parent?: string; child?: string };
  } catch {
    return {}; // Half written when its run was killed.
  }
}
