import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { root } from "./root";

const preload = `${pathToFileURL(join(root, "cli", "lib", "die-with-parent.mjs")).href}?parent=${process.pid}`;

export interface Child {
  name: string;
  pid: number | undefined;
  /** How it ended: its exit code or the signal that ended it. */
  ended: Promise<number | string>;
  /** Asks it to stop; after `patience` (10 s) it is killed. */
  stop(): Promise<void>;
}

interface ChildOptions {
  env: NodeJS.ProcessEnv;
  /** Which lines of its standard output are left out. */
  hush?: RegExp;
}

const patience = 10_000;

/**
 * Runs a Node program as a child that stops when we end, however we end. It leads a process group of its own: Ctrl-C on
 * a terminal reaches only us, and we stop our children in order.
 */
export function startChild(name: string, args: string[], { env, hush }: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", hush ? "pipe" : "inherit", "inherit", "ipc"],
  });
  if (hush && child.stdout) {
    createInterface({ input: child.stdout }).on("line", (line) => hush.test(line) || console.log(line));
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return { name, pid: child.pid, ended, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), patience);
  await exit;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
