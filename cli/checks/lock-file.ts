import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../lib/root";

// npm install leaves out the packages of other platforms that it cannot find, and npm ci then refuses the lock file.
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
const faults = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map(
      (name) =>
        `${path || "package.json"} may need ${name}, which the lock file lacks: take a release that has it`,
    ),
);
// npm install can also write a lock file that npm ci, on a new machine, does not take. Nothing is fetched to find out.
const ci = npm("ci", "--dry-run", "--offline", "--ignore-scripts");
if (ci.status !== 0) faults.push(`npm ci does not take the lock file:\n${ci.stderr}`);
// npm 11 takes a package whose optional neighbour has another version than it asks for. The npm 10 of Node 20 takes no such
// lock file at all, and whoever writes one has npm 11.
const tree = npm("ls", "--all", "--package-lock-only");
if (tree.status !== 0) faults.push(`npm 10 would not take the lock file:\n${tree.stderr}`);
for (const fault of faults) console.log(fault);
console.log(`${Object.keys(packages).length} packages locked, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;

/** Looks for a package as Node does: beside the one that needs it, then further up. */
function isLocked(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder ? `${folder}/` : ""}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

function npm(...args: string[]) {
  return spawnSync("npm", args, { cwd: root, encoding: "utf8" });
}
