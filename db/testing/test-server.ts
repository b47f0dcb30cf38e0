import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { liveUsers } from "@/db/embedded/users";

export interface TestServer {
  url: string;
  dataDir: string;
  /** Stops it and removes what it kept. */
  stop(): Promise<void>;
}

const prefix = "regulars-test-";
/** Younger directories may belong to a run that is about to register itself. */
const settledAfterMs = 5 * 60_000;

/** A PostgreSQL of this run's own, not forced to disk, in a directory that goes with it. */
export async function startTestServer(): Promise<TestServer> {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const server = await startEmbedded({ dataDir, durable: false });
  return {
    url: server.url,
    dataDir,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Removes what killed runs left, their servers included. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    try {
      const { mtimeMs, uid } = statSync(dataDir);
      if (uid !== process.getuid?.() || Date.now() - mtimeMs < settledAfterMs || liveUsers(dataDir) > 0)
        continue;
      // Taking it over is the launcher's way to stop a server that nobody uses.
      await (await startEmbedded({ dataDir, durable: false })).stop();
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // Another run may be sweeping the same directory. What is left over is tried again next time.
    }
  }
}
