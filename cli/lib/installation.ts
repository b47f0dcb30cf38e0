import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/kernel/env";
import { dataDirectory, root } from "./root";

export interface Installation {
  url: string;
  /** Whether the database is the embedded one. */
  embedded: boolean;
  /** Where the embedded database's files are, when they could not be in the data directory. */
  elsewhere?: string;
  /** False once the embedded server has ended on its own; for another database always true. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/** The database of this installation, running and migrated: DATABASE_URL's, or the embedded one of the data directory. */
export async function openInstallation(): Promise<Installation> {
  const opened = await openDatabase();
  try {
    const called = opened.embedded ? `The database in ${dataDirectory()}` : undefined;
    await migrateDatabase(opened.url, { root, called });
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

async function openDatabase(): Promise<Installation> {
  const url = env().DATABASE_URL;
  if (url) return { url, embedded: false, isRunning: () => true, stop: async () => {} };
  return { ...(await startEmbedded({ dataDir: dataDirectory() })), embedded: true };
}
