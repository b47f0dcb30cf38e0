import type postgres from "postgres";
import journal from "./migrations/meta/_journal.json";

export interface DatabaseFitness {
  reachable: boolean;
  /** True while this program needs a newer schema than the database has. */
  migrationsPending: boolean;
}

/** Whether the database answers and has every migration of this program, ours and the job queue's. */
export async function databaseFitness<T extends Record<string, unknown>>(
  sql: postgres.Sql<T>,
): Promise<DatabaseFitness> {
  try {
    const [found] = await sql`
      select to_regclass('drizzle.__drizzle_migrations') is not null as ours,
        to_regclass('graphile_worker.migrations') is not null as jobs`;
    if (!found?.ours || !found.jobs) return { reachable: true, migrationsPending: true };
    // As the migrator decides it: by the instant at which a migration was written.
    const [last] = await sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
    return { reachable: true, migrationsPending: Number(last?.at ?? 0) < newest };
  } catch {
    return { reachable: false, migrationsPending: true };
  }
}

const newest = Math.max(...journal.entries.map((entry) => entry.when));
