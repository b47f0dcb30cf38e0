import { existsSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { advisoryLocks } from "@/lib/kernel/advisory-locks";
import { OperatorError } from "@/lib/kernel/operator-error";
import { bringFunctions } from "./functions";

const oldest = 150_000;

/**
 * Brings the database up to date, ours and the job queue's, and returns how many of our migrations were applied.
 * Processes that do this at once wait for each other: the migrator itself does not.
 */
export async function migrateDatabase(url: string, root = process.cwd()): Promise<number> {
  // One connection that is never replaced, because the lock belongs to it.
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} });
  try {
    await refuseOldServer(sql, url);
    await sql`select pg_advisory_lock(${advisoryLocks.migrate})`;
    const before = await appliedMigrations(sql);
    const migrationsFolder = join(root, "db", "migrations");
    if (existsSync(join(migrationsFolder, "meta", "_journal.json"))) {
      await migrate(drizzle(sql), { migrationsFolder });
      await bringFunctions(sql, join(root, "db", "functions"));
    }
    await runMigrations({ connectionString: url, logger: silent, maxPoolSize: 1 });
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

async function refuseOldServer(sql: postgres.Sql, url: string): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int as version`.catch((error) => {
    throw unreachable(error, url);
  });
  if (row && row.version >= oldest) return;
  throw new OperatorError(
    `DATABASE_URL leads to PostgreSQL ${Math.floor((row?.version ?? 0) / 10_000)}: Regulars needs 15 or later`,
  );
}

function unreachable(error: unknown, url: string): OperatorError {
  const where = new URL(url).host;
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === "ECONNREFUSED" ? "nothing listens there" : message;
  return new OperatorError(`The database at ${where} (DATABASE_URL) does not answer: ${reason}`, {
    cause: error,
  });
}
