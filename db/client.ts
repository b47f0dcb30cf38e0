import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Sql = postgres.Sql<{ int8: number }>;
/** Statements of one transaction, as tagged templates (prepared) and through Drizzle. */
export interface Tx {
  sql: Sql;
  db: PostgresJsDatabase;
  /**
   * Sends a statement together with COMMIT, in one round trip. If it fails nothing is committed and the
   * command fails with its error. Its rows are not available to the command.
   */
  last(statement: postgres.PendingQuery<postgres.Row[]>): void;
  /** Sends what waits for COMMIT now: a second command in one transaction has to see what the first wrote. */
  flush(): Promise<void>;
}

export interface Database {
  sql: Sql;
  db: PostgresJsDatabase;
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Options {
  max?: number;
  /** Sees every statement before it is sent: the isolation test reads them. */
  onStatement?: (text: string) => void;
  /** Name shown in pg_stat_activity. */
  name?: string;
}

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than a safe integer`);
  return value;
};

export function openDatabase(url: string, options: Options = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connection: { application_name: options.name ?? "regulars" },
    types: { int8: { to: 20, from: [20], parse: safeInteger, serialize: (value: number) => String(value) } },
    debug: options.onStatement ? (_id, text) => options.onStatement?.(text) : false,
  }) as unknown as Sql;
  const db = drizzle(client);
  return {
    sql: client,
    db,
    transaction: (run) => inTransaction(client, run),
    close: () => client.end({ timeout: 5 }),
  };
}

const dialect = new PgDialect();

/** Drizzle over one reserved connection: what its own `transaction` does, without its extra round trip for BEGIN. */
function drizzleOn(reserved: postgres.ReservedSql): PostgresJsDatabase {
  const session = new PostgresJsSession(reserved as unknown as postgres.Sql, dialect, undefined, {});
  type Session = ConstructorParameters<typeof PostgresJsTransaction>[1];
  return new PostgresJsTransaction(dialect, session as unknown as Session, undefined) as unknown as PostgresJsDatabase;
}

/**
 * BEGIN travels with the first statement and COMMIT with the last ones, so a command that reads once and writes once
 * costs two round trips.
 */
async function inTransaction<T>(client: Sql, run: (tx: Tx) => Promise<T>): Promise<T> {
  const reserved = (await client.reserve()) as unknown as postgres.ReservedSql;
  const sql = reserved as unknown as Sql;
  const last: postgres.PendingQuery<postgres.Row[]>[] = [];
  const send = () => last.splice(0).map((statement) => statement.execute());
  const tx: Tx = {
    sql,
    db: drizzleOn(reserved),
    last: (statement) => void last.push(statement),
    flush: async () => void (await Promise.all(send())),
  };
  try {
    const begun = sql.unsafe("begin").execute();
    begun.catch(() => {});
    const result = await run(tx);
    await begun;
    const sent = [...send(), sql.unsafe("commit").execute()];
    const outcomes = await Promise.allSettled(sent);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    return result;
  } catch (error) {
    await sql.unsafe("rollback").catch(() => {});
    throw error;
  } finally {
    reserved.release();
  }
}
