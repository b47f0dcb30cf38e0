import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { advisoryLocks } from "@/lib/kernel/advisory-locks";
import { OperatorError } from "@/lib/kernel/operator-error";
import { type ClusterState, type FunctionFacts, planDistribution } from "./plan";
import { tables } from "./tables";

const oldestCitus = 11;

interface Distributed {
  /** How many tables and functions were placed; 0 when all were already. */
  placed: number;
  /** Nodes that hold rows, the coordinator included if it does. */
  nodes: number;
}

/**
 * Turns a Citus coordinator's database into distributed tables: merchant-owned ones by merchant, the others copied to
 * every node. Runs pending migrations first, and places what they add. Can be repeated, and continued after a failure.
 */
export async function distributeDatabase(url: string, say: (line: string) => void): Promise<Distributed> {
  const sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} });
  try {
    await refuseOthers(sql);
    await migrateDatabase(url);
    await sql`select pg_advisory_lock(${advisoryLocks.distribute})`;
    const steps = planDistribution(tables(), await readState(sql));
    for (const step of steps) {
      say(step.title);
      await sql.unsafe(step.statement);
    }
    const [nodes] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_dist_node where isactive and shouldhaveshards`;
    return { placed: steps.length, nodes: nodes?.count ?? 0 };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseOthers(sql: postgres.Sql): Promise<void> {
  const [citus] = await sql<{ version: string }[]>`
    select extversion as version from pg_extension where extname = 'citus'`;
  if (!citus) {
    throw new OperatorError(
      "The database behind DATABASE_URL is a plain PostgreSQL: distribute needs a Citus coordinator (create extension citus)",
    );
  }
  if (Number.parseInt(citus.version, 10) < oldestCitus) {
    throw new OperatorError(
      `The database behind DATABASE_URL has Citus ${citus.version}: distribute needs ${oldestCitus} or later`,
    );
  }
  const [node] = await sql<{ group: number }[]>`select groupid as group from pg_dist_local_group`;
  if (node && node.group !== 0) {
    throw new OperatorError(
      "DATABASE_URL leads to a Citus worker: give distribute the coordinator's address",
    );
  }
}

async function readState(sql: postgres.Sql): Promise<ClusterState> {
  const present = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  const placed = await sql<{ name: string; type: string; column: string }[]>`
    select c.relname as name, t.citus_table_type as type, t.distribution_column as column
    from citus_tables t join pg_class c on c.oid = t.table_name
    where c.relnamespace = 'public'::regnamespace`;
  const functions = await sql<
    { signature: string; ofMerchant: boolean; exists: boolean; argument: number | null }[]
  >`
    select p.oid::regprocedure::text as signature, o.objid is not null as exists, o.distribution_argument_index as argument,
      coalesce(p.proargnames[1] = 'p_merchant' and p.proargtypes[0] = 'bigint'::regtype, false) as "ofMerchant"
    from pg_proc p left join pg_catalog.pg_dist_object o on o.classid = 'pg_proc'::regclass and o.objid = p.oid
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by 1`;
  return {
    present: new Set(present.map((table) => table.name)),
    reference: new Set(placed.filter((table) => table.type === "reference").map((table) => table.name)),
    distributed: new Map(
      placed.filter((table) => table.type === "distributed").map((table) => [table.name, table.column]),
    ),
    functions: functions.map(({ signature, ofMerchant, exists, argument }) => ({
      signature,
      ofMerchant,
      placed: placing(exists, argument),
    })),
  };
}

function placing(exists: boolean, argument: number | null): FunctionFacts["placed"] {
  if (!exists) return undefined;
  return argument === 0 ? "by merchant" : "everywhere";
}
