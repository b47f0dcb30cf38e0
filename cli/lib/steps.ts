import { type ChildProcess, spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { childEnv } from "@/lib/kernel/env";
import { root } from "./root";

export interface Counts {
  passed: number;
  failed: number;
  /** What was counted as failed although no test says so. */
  notes?: string[];
}

export interface Step {
  name: string;
  /** Node programs, run one after the other until one fails. */
  run: string[][];
  env?: Record<string, string>;
  /** How many of the two places it takes: 2 for what keeps both cores busy by itself. */
  places?: 1 | 2;
  /** Steps that must have passed. */
  needs?: string[];
  /** Steps that must be over, however they ended. */
  after?: string[];
  /** Reads the step's own report. Without one it counts as one check. */
  count?(exitCode: number): Counts;
}

interface Outcome extends Counts {
  name: string;
}

const places = 2;
const heartbeatMs = 30_000;

/** Runs steps side by side, as far as they need not wait for each other, and says how each ended. */
export async function runSteps(steps: Step[]): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const running = new Map<Step, { promise: Promise<void>; since: number }>();
  const heart = setInterval(
    () => sayRunning([...running].map(([step, { since }]) => ({ step, since }))),
    heartbeatMs,
  );
  const waiting = [...steps];
  while (waiting.length > 0 || running.size > 0) {
    skipHopeless(waiting, outcomes);
    for (const step of startable(waiting, [...running.keys()], outcomes)) {
      waiting.splice(waiting.indexOf(step), 1);
      const promise = runStep(step).then((outcome) => {
        outcomes.set(step.name, outcome);
        running.delete(step);
      });
      running.set(step, { promise, since: Date.now() });
    }
    await Promise.race([...running.values()].map(({ promise }) => promise));
  }
  clearInterval(heart);
  return [...outcomes.values()];
}

function startable(waiting: Step[], running: Step[], outcomes: Map<string, Outcome>): Step[] {
  let free = places - running.reduce((sum, step) => sum + (step.places ?? 1), 0);
  return waiting.filter((step) => {
    const ready = [...(step.needs ?? []), ...(step.after ?? [])].every((name) => outcomes.has(name));
    const size = step.places ?? 1;
    if (!ready || size > free) return false;
    free -= size;
    return true;
  });
}

function skipHopeless(waiting: Step[], outcomes: Map<string, Outcome>): void {
  for (const step of [...waiting]) {
    const broken = step.needs?.find((name) => (outcomes.get(name)?.failed ?? 0) > 0);
    if (broken === undefined) continue;
    waiting.splice(waiting.indexOf(step), 1);
    console.log(`FAIL  ${step.name}: not run, because ${broken} failed`);
    outcomes.set(step.name, { name: step.name, passed: 0, failed: 1 });
  }
}

function sayRunning(running: { step: Step; since: number }[]): void {
  const words = running.map(
    ({ step, since }) => `${step.name} (${Math.round((Date.now() - since) / 1000)} s)`,
  );
  if (words.length > 0) console.log(`...   ${words.join(", ")}`);
}

async function runStep(step: Step): Promise<Outcome> {
  const begun = Date.now();
  let output = "";
  let exitCode = 0;
  for (const args of step.run) {
    exitCode = await runNode(args, step.env ?? {}, (text) => {
      output += text;
    });
    if (exitCode !== 0) break;
  }
  const counts = step.count?.(exitCode) ?? { passed: Number(exitCode === 0), failed: Number(exitCode !== 0) };
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const tests = step.count ? `${counts.passed} passed, ${counts.failed} failed, ` : "";
  if (counts.failed > 0) console.log(indent(output));
  for (const note of counts.notes ?? []) console.log(`      ${note}`);
  console.log(`${counts.failed > 0 ? "FAIL" : "ok  "}  ${step.name}: ${tests}${seconds} s`);
  return { ...counts, name: step.name };
}

const indent = (text: string): string => stripVTControlCharacters(text).trimEnd().replace(/^/gm, "      ");

const children = new Set<ChildProcess>();

function runNode(args: string[], env: Record<string, string>, hear: (text: string) => void): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    // A group of its own, so that what it started can be stopped with it.
    detached: true,
    env: childEnv({ NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  return new Promise((resolve) => {
    const end = (code: number) => {
      children.delete(child);
      resolve(code);
    };
    child.once("error", (error) => {
      hear(`${error.message}\n`);
      end(1);
    });
    // Not "exit": what it wrote last is still on its way then. Not waited for: what a grandchild keeps open.
    child.once("exit", (code) => setTimeout(() => end(code ?? 1), 200));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Stops what is running, with everything that it started. */
export function stopSteps(): void {
  for (const { pid } of children) {
    try {
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
}
