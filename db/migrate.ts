import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { advisoryLocks } from "@/lib/kernel/advisory-locks";
import { OperatorError } from "@/lib/kernel/operator-error";
import { bringFunctions } from "./functions";
import { queueUrl } from "./queue-url";

const oldest = 150_000;
/** Milliseconds. A server that is busy answers within it; one that starts or recovers says so at once. */
const firstAnswer = 15_000;

interface Migrating {
  /** Of the installation whose migrations these are. */
  root?: string;
  /** Milliseconds until a server that says nothing is given up. */
  patience?: number;
  /** What whoever runs us knows the database by. */
  called?: string;
}

/**
 * Brings the database up to date, ours and the job queue's, and returns how many of our migrations were applied.
 * Processes that do this at once wait for each other: the migrator itself does not.
 */
export async function migrateDatabase(
  url: string,
  { root = process.cwd(), patience = firstAnswer, called = calledByUrl(url) }: Migrating = {},
): Promise<number> {
  // One connection that is never replaced, because the lock belongs to it.
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} });
  try {
    await refuseOldServer(sql, { called, patience });
    await sql`select pg_advisory_lock(${advisoryLocks.migrate})`;
    const before = await appliedMigrations(sql);
    const migrationsFolder = join(root, "db", "migrations");
    if (existsSync(join(migrationsFolder, "meta", "_journal.json"))) {
      await migrate(drizzle(sql), { migrationsFolder });
      await bringFunctions(sql, join(root, "db", "functions"));
    }
    await runMigrations({ connectionString: queueUrl(url), logger: silent, maxPoolSize: 1 });
    return (await appliedMigrations(sql)) - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const silent = new Logger(() => () => {});

async function appliedMigrations(sql: postgres.Sql): Promise<number> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!found?.present) return 0;
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

async function refuseOldServer(
  sql: postgres.Sql,
  { called, patience }: { called: string; patience: number },
): Promise<void> {
  const version = sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const [row] = await Promise.race([version, noAnswer(patience)]).catch(async (error) => {
    // The driver calls again and again where a connection is closed before anything was said.
    await sql.end({ timeout: 0 });
    throw unreachable(error, called);
  });
  if (row && row.version >= oldest) return;
  throw new OperatorError(
    `DATABASE_URL leads to PostgreSQL ${Math.floor((row?.version ?? 0) / 10_000)}: Regulars needs 15 or later`,
  );
}

async function noAnswer(patience: number): Promise<never> {
  await pause(patience, undefined, { ref: false });
  throw new Error(
    `nothing came back within ${patience / 1000} seconds: what listens there does not speak as PostgreSQL does, or a firewall drops what is sent there`,
  );
}

const calledByUrl = (url: string): string => `The database at ${new URL(url).host} (DATABASE_URL)`;

function unreachable(error: unknown, called: string): OperatorError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === "ECONNREFUSED" ? "nothing listens there" : message;
  return new OperatorError(`${called} does not answer: ${reason}`, {
    cause: error,
  });
}
