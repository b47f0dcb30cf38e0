import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { plainEnv } from "./plain-env";

/** Whether a process with this id runs, whoever it belongs to. One that has ended and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return processStart(pid) !== undefined;
}

/**
 * A process by its id and the moment it started: ids are used again, in containers at once. Two calls give the same
 * text as long as the same process runs; undefined when none does.
 */
export function processIdentity(pid: number): string | undefined {
  const start = processStart(pid);
  return start === undefined ? undefined : `${pid} ${start}`;
}

/** Whether the process that gave this identity still runs. */
export function isSameProcess(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && processIdentity(pid) === identity;
}

/** Whether the process is a PostgreSQL server at work in this directory. */
export function isPostmasterOf(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return command(pid).endsWith("postgres");
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    // Another user's process: its name is all that can be read.
    return command(pid) === "postgres";
  }
}

/** The npm that runs this process, of which a shell and tsx stand in between. */
export function npmAbove(): number | undefined {
  let pid = process.ppid;
  for (let generation = 0; generation < 6 && pid > 1; generation += 1) {
    if (isNpm(commandLine(pid))) return pid;
    pid = parent(pid);
  }
  return undefined;
}

/** npm calls itself `npm run demo`; where a system shows the command line that was given instead, its script is in it. */
export const isNpm = (line: string): boolean =>
  /^npm( |$)/.test(line) || /^\S*\bnode .*\/npm(-cli\.js)?( |$)/.test(line);

function processStart(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") return macStart(pid);
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold spaces; the state is field 3 and the start, in ticks since boot, field 22.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? undefined : `${bootId()} ${rest[18]}`;
  } catch {
    return undefined;
  }
}

function macStart(pid: number): string | undefined {
  const [state = "", ...start] = ps(pid, "state=,lstart=").split(/\s+/);
  return state === "" || state.startsWith("Z") ? undefined : start.join(" ");
}

function parent(pid: number): number {
  try {
    if (process.platform !== "linux") return Number(ps(pid, "ppid="));
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function command(pid: number): string {
  try {
    return process.platform === "linux" ? readFileSync(`/proc/${pid}/comm`, "utf8").trim() : ps(pid, "comm=");
  } catch {
    return "";
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform !== "linux") return ps(pid, "command=");
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

const ps = (pid: number, columns: string): string =>
  execFileSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8", env: plainEnv }).trim();

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
