import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asOperatorError } from "@/db/embedded/failures";
import { leaveToOwner, openDataDir } from "@/db/embedded/place";
import { OperatorError } from "@/lib/kernel/operator-error";

/** The secret that signs sessions: made once for a data directory and kept in it, also when two processes start at once. */
export function keptSecret(path: string): string {
  const dataDir = openDataDir(path);
  const file = join(dataDir, "secret");
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
    leaveToOwner(dataDir, draft);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw asOperatorError(error, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new OperatorError(`${file} is damaged: remove it, and everybody signs in again`);
}
