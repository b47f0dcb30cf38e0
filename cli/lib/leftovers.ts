import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDataDir, runFolder } from "@/db/embedded/place";
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

/** Kills the children that killed runs left. Returns whether there were any, or another run that may be stopping now. */
export function clearLeftovers(dataDir: string): boolean {
  const folder = runFolder(openDataDir(dataDir));
  let found = false;
  for (const name of readdirSync(folder).filter((name) => name.startsWith("child."))) {
    const { parent, child } = read(join(folder, name));
    if (parent && isSameProcess(parent)) {
      found = true;
      continue;
    }
    if (child && isSameProcess(child)) {
      found = true;
      process.kill(Number.parseInt(child, 10), "SIGKILL");
    }
    rmSync(join(folder, name), { force: true });
  }
  return found;
}

function read(file: string): { parent?: string; child?: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { parent?: string; child?: string };
  } catch {
    return {}; // Half written when its run was killed.
  }
}
