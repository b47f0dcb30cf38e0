import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Runs something on a disk on which files can be made and nothing can be written into them. */
export async function onFullDisk<T>(run: () => T | Promise<T>): Promise<T> {
  const { writeFileSync } = fs;
  fs.writeFileSync = (path) => {
    fs.closeSync(fs.openSync(path as string, "w"));
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
  };
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    fs.writeFileSync = writeFileSync;
    syncBuiltinESMExports();
  }
}
