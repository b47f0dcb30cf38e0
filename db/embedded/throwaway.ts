import { cpSync, mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { paths } from "./place";

/**
 * A data directory for a test, empty or a copy of one whose server is stopped (which is quicker than a new database),
 * and how to remove it with what it may have elsewhere.
 */
export function throwawayDirectory(copyOf?: string): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), "regulars-"));
  if (copyOf) cpSync(copyOf, dataDir, { recursive: true });
  return {
    dataDir,
    remove: () => {
      const elsewhere = linkOf(paths(dataDir).cluster);
      if (elsewhere) rmSync(dirname(elsewhere), { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // The cluster is in the data directory itself.
  }
}
