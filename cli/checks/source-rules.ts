import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/root";
import { faultsIn } from "./rules";

// Tracked files and new ones, without what git ignores.
const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
const files = execFileSync("git", list, { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => /\.(ts|tsx|js|mjs|cjs)$/.test(file));

const faults = files.flatMap((file) => faultsIn(file, readIfThere(file)));
for (const fault of faults) console.log(fault);
console.log(`${files.length} files read, ${faults.length} faults`);
if (files.length === 0 || faults.length > 0) process.exitCode = 1;

/** A deleted file is listed until the deletion is committed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return "";
  }
}
