import { OperatorError } from "@/lib/kernel/operator-error";

/** What PostgreSQL said when it did not start, as one line for whoever runs the server. */
export function startFailure(cluster: string, said: string, log?: string): OperatorError {
  if (/No space left on device|Disk quota exceeded/i.test(said)) {
    return new OperatorError(`The disk that holds ${cluster} is full`);
  }
  const lines = said.split("\n").map((line) => line.trim());
  const worst =
    lines.find((line) => /(FATAL|PANIC):/.test(line)) ??
    lines.find((line) => /(error|could not|cannot)/i.test(line)) ??
    lines.findLast((line) => line !== "") ??
    "it said nothing";
  const reason = worst.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, "");
  return new OperatorError(
    `The database in ${cluster} did not start: ${reason}${log ? ` (more in ${log})` : ""}`,
  );
}

const told: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is not a directory",
  EEXIST: "a file is in the way",
  EMFILE: "too many open files",
};

/** A system error that whoever runs the server can put right, as one line; anything else as it was. */
export function asOperatorError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof OperatorError) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : told[code];
  return words ? new OperatorError(`${path ?? "Cannot go on"}: ${words}`, { cause: error }) : error;
}
