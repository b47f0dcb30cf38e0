import { PgDialect } from "drizzle-orm/pg-core";
import {
  drizzle,
  type PostgresJsDatabase,
  PostgresJsSession,
  PostgresJsTransaction,
} from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Sql = postgres.Sql<{ int8: number }>;
/** Statements of one transaction, as tagged templates (prepared) and through Drizzle. The first one sends BEGIN. */
export interface Tx {
  readonly sql: Sql;
  readonly db: PostgresJsDatabase;
  /**
   * Reads without beginning the transaction, while `untouched`. A command that only looks this way and then hands over
   * one `last` statement needs no BEGIN and no COMMIT; that statement has to notice when what was seen has changed.
   */
  readonly glance: Sql;
  /** Nothing was sent but glances, and nothing waits to be sent. */
  readonly untouched: boolean;
  /** 1, or more when another transaction got in the way before. */
  readonly attempt: number;
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
  /** `attempt` is told to the run: a repeat should lock where a first try may look. */
  transaction<T>(run: (tx: Tx) => Promise<T>, attempt?: number): Promise<T>;
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
    transaction: (run, attempt = 1) => inTransaction(client, run, attempt),
    close: () => client.end({ timeout: 5 }),
  };
}

const dialect = new PgDialect();

/** Drizzle over one reserved connection: what its own `transaction` does, without its extra round trip for BEGIN. */
function drizzleOn(reserved: postgres.ReservedSql): PostgresJsDatabase {
  const session = new PostgresJsSession(reserved as unknown as postgres.Sql, dialect, undefined, {});
  type Session = ConstructorParameters<typeof PostgresJsTransaction>[1];
  return new PostgresJsTransaction(
    dialect,
    session as unknown as Session,
    undefined,
  ) as unknown as PostgresJsDatabase;
}

/**
 * BEGIN travels with the first statement and COMMIT with the last ones, so a command that reads once and writes once
 * costs two round trips; one that only glances first sends its one statement bare.
 */
async function inTransaction<T>(client: Sql, run: (tx: Tx) => Promise<T>, attempt: number): Promise<T> {
  const reserved = (await client.reserve()) as unknown as postgres.ReservedSql;
  const tx = new Transaction(reserved, attempt);
  try {
    const result = await run(tx);
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback();
    throw error;
  } finally {
    reserved.release();
  }
}

class Transaction implements Tx {
  readonly glance: Sql;
  readonly attempt: number;
  readonly #reserved: postgres.ReservedSql;
  #begun: Promise<unknown> | undefined;
  #db: PostgresJsDatabase | undefined;
  #waiting: postgres.PendingQuery<postgres.Row[]>[] = [];

  constructor(reserved: postgres.ReservedSql, attempt: number) {
    this.#reserved = reserved;
    this.glance = reserved as unknown as Sql;
    this.attempt = attempt;
  }

  get sql(): Sql {
    this.#begin();
    return this.glance;
  }

  get db(): PostgresJsDatabase {
    this.#begin();
    this.#db ??= drizzleOn(this.#reserved);
    return this.#db;
  }

  get untouched(): boolean {
    return !this.#begun && this.#waiting.length === 0;
  }

  last(statement: postgres.PendingQuery<postgres.Row[]>): void {
    this.#waiting.push(statement);
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    this.#begin();
    await Promise.all(this.#send());
  }

  async commit(): Promise<void> {
    if (this.untouched) return;
    // One statement alone is a transaction.
    if (this.#begun || this.#waiting.length > 1) this.#begin();
    const sent: Promise<unknown>[] = [...this.#send()];
    if (this.#begun) sent.unshift(this.#begun);
    if (this.#begun) sent.push(this.glance.unsafe("commit").execute());
    const outcomes = await Promise.allSettled(sent);
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  }

  async rollback(): Promise<void> {
    if (this.#begun) await this.glance.unsafe("rollback").catch(() => {});
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = this.glance.unsafe("begin").execute();
    // Whatever fails with it fails the first statement too, which somebody awaits.
    this.#begun.catch(() => {});
  }

  #send(): postgres.PendingQuery<postgres.Row[]>[] {
    return this.#waiting.splice(0).map((statement) => statement.execute());
  }
}
