import { OperatorError } from "@/lib/kernel/operator-error";

/** What PostgreSQL said when it did not start, as one line for whoever runs the server. */
export function startFailure(cluster: string, said: string, log?: string): OperatorError {
  if (/No space left on device|free disk space|Disk quota exceeded/i.test(said)) {
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
  ENOENT: "no such file or directory",
  ENOTDIR: "a part of the path is not a directory",
  EEXIST: "a file is in the way",
  EMFILE: "too many open files",
};

/** A system error that whoever runs the server can put right, as one line; anything else as it was. `about`: what it befell, if the error does not say. */
export function asOperatorError(thrown: unknown, about = "Cannot go on"): unknown {
  const words = systemWords(thrown);
  if (words === undefined) return thrown;
  const { path } = thrown as NodeJS.ErrnoException;
  return new OperatorError(`${path ?? about}: ${words}`, { cause: thrown });
}

/** Whether nothing more can be written to the disk. */
export const isDiskFull = (thrown: unknown): boolean =>
  thrown instanceof Error && ["ENOSPC", "EDQUOT"].includes((thrown as NodeJS.ErrnoException).code ?? "");

/** What a system error means; undefined for errors that nobody but us can put right. */
export function systemWords(thrown: unknown): string | undefined {
  return thrown instanceof Error ? told[(thrown as NodeJS.ErrnoException).code ?? ""] : undefined;
}
