import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import { waitFor } from "@/db/embedded/postmaster";
import { isAlive } from "@/db/embedded/process-identity";
import { childEnv } from "@/lib/kernel/env";
import { startChild } from "./child";
import { clearLeftovers, recordChild } from "./leftovers";
import { root } from "./root";

vi.setConfig({ testTimeout: 60_000 });

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function newDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "regulars-"));
  cleanups.push(() => rmSync(path, { recursive: true }));
  return path;
}

const modulePath = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);

/** A program that never ends by itself, in a file. `ignoring`: SIGTERM does not end it. */
function endless(ignoring = ""): string {
  const file = join(newDirectory(), "endless.mjs");
  writeFileSync(file, `${ignoring}\nsetInterval(() => {}, 1000);\nconsole.log("up");\n`);
  return file;
}

/** A process that starts the program as its child, records it in `dataDir`, and says the child's id. */
async function parentOf(file: string, dataDir: string): Promise<{ parent: ChildProcess; child: number }> {
  const code = `
    const { startChild } = await import(${modulePath("child.ts")});
    const { recordChild } = await import(${modulePath("leftovers.ts")});
    const child = startChild("endless", [${JSON.stringify(file)}], { env: process.env, hush: /nothing/ });
    recordChild(${JSON.stringify(dataDir)}, child.pid);
    process.on("message", () => {});
    console.log(child.pid);`;
  const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanups.push(() => parent.kill("SIGKILL"));
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  const child = Number((await lines.next()).value);
  await lines.next(); // The child's "up", handed on.
  return { parent, child };
}

async function kill(parent: ChildProcess): Promise<void> {
  const exit = once(parent, "exit");
  parent.kill("SIGKILL");
  await exit;
}

it("a child ends when its parent is killed", async () => {
  const { parent, child } = await parentOf(endless(), newDirectory());
  await kill(parent);
  expect(await waitFor(() => !isAlive(child), 10_000)).toBe(true);
});

it("a child that does not heed it is killed by the next run, and one whose run is alive is left alone", async () => {
  const dataDir = newDirectory();
  const ours = startChild("endless", [endless()], { env: childEnv({}), hush: /./ });
  recordChild(dataDir, ours.pid ?? 0);
  const deaf = endless('process.on("SIGTERM", () => {}); process.removeAllListeners("disconnect");');
  const { parent, child } = await parentOf(deaf, dataDir);
  await kill(parent);
  expect(clearLeftovers(dataDir)).toBe(true);
  expect(await waitFor(() => !isAlive(child), 10_000)).toBe(true);
  expect(isAlive(ours.pid ?? 0)).toBe(true);
  await ours.stop();
  expect(await ours.ended).toBe("SIGTERM");
  expect(readdirSync(join(dataDir, "run"))).toEqual([`child.${ours.pid}`]);
});
