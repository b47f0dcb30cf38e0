import { createHash } from "node:crypto";
import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "@/db/embedded/lock";
import { childEnv } from "@/lib/kernel/env";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type Child, startChild } from "./child";
import { root } from "./root";

/** Everything that next build reads, but for tsconfig.json, which it may write. */
const sources = [
  ...["app", "components", "lib", "db", "messages", "public"],
  ...["next.config.js", "tailwind.config.ts", "postcss.config.mjs", "proxy.ts", "instrumentation.ts"],
  "package-lock.json",
];

const output = join(root, ".next");
const stamp = join(output, "regulars-build");

/** Whether what is built is what the sources say. Reads every source file: some tens of milliseconds. */
export function isBuilt(): boolean {
  return (
    existsSync(join(output, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint()
  );
}

/** Builds when there is no build of these sources. `keep` gets the running build, to stop it if need be. */
export async function ensureBuild(keep: (child: Child) => Promise<void>): Promise<void> {
  if (isBuilt()) return;
  const cache = join(output, "cache");
  mkdirSync(cache, { recursive: true });
  await withLock(join(cache, "regulars-build.lock"), async () => {
    if (!isBuilt()) await build(keep);
  });
}

async function build(keep: (child: Child) => Promise<void>): Promise<void> {
  console.log("Building the web app, which takes a minute or two the first time ...");
  const built = fingerprint();
  rmSync(stamp, { force: true });
  const child = startChild("build", ["node_modules/next/dist/bin/next", "build"], {
    env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
  });
  await keep(child);
  const how = await child.ended;
  if (how !== 0 || !existsSync(join(output, "BUILD_ID")))
    throw new OperatorError(`The web app was not built: next build ended with ${how}`);
  writeFileSync(stamp, built);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(join(root, name))).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesOf(join(path, entry.name)));
}
