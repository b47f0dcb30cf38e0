import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import postgres from "postgres";
import { log } from "@/lib/kernel/log";

const lockClass = 7_346_812;
const beat = 15_000;

/**
 * Tells which workers are alive, so that the jobs of a killed one start again within a minute instead of after the
 * queue's four hours. Each process holds an advisory lock per worker on one connection: PostgreSQL lets go of it when
 * the process ends, however it ends, and a clock is never trusted.
 */
export class WorkerPresence {
  /** Give these to the job runner: its workers announce themselves here. */
  readonly events: WorkerEvents = new EventEmitter();
  readonly #sql: postgres.Sql;
  readonly #workers = new Set<string>();
  readonly #gone = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #beating = Promise.resolve();

  constructor(url: string) {
    this.#sql = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} });
    this.events.on("worker:create", ({ worker }) => {
      this.#workers.add(worker.workerId);
      void this.beat();
    });
    // A runner that was started again has other workers: the jobs of the former ones are nobody's.
    this.events.on("worker:stop", ({ worker }) => {
      if (this.#workers.delete(worker.workerId)) this.#gone.add(worker.workerId);
      void this.beat();
    });
    this.#timer = setInterval(() => void this.beat(), beat);
  }

  /** Holds our locks, again if the connection was lost, and lets go of the jobs of workers that hold none. */
  beat(): Promise<void> {
    this.#beating = this.#beating.then(async () => {
      try {
        await this.#hold();
        await this.#releaseDead();
      } catch (error) {
        log().warn({ error }, "Could not look for dead workers; trying again soon");
      }
    });
    return this.#beating;
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    await this.#sql.end({ timeout: 5 });
  }

  async #hold(): Promise<void> {
    const sql = this.#sql;
    const gone = [...this.#gone];
    await sql`
      select pg_advisory_unlock_shared(${lockClass}::int, hashtext(worker)) from unnest(${gone}::text[]) as worker`;
    for (const worker of gone) this.#gone.delete(worker);
    await sql`
      select pg_advisory_lock_shared(${lockClass}::int, hashtext(worker))
      from unnest(${[...this.#workers]}::text[]) as worker
      where not exists (
        select from pg_locks
        where locktype = 'advisory' and pid = pg_backend_pid() and classid = ${lockClass}::oid
          and objid = (hashtext(worker)::bigint & 4294967295)::oid)`;
  }

  /** A job younger than half a minute may be that of a worker whose lock is on its way. */
  async #releaseDead(): Promise<void> {
    const sql = this.#sql;
    const [released] = await sql`
      with dead as (
        select distinct locked_by from graphile_worker.jobs
        where locked_at < now() - interval '30 seconds' and not exists (
          select from pg_locks
          where locktype = 'advisory' and classid = ${lockClass}::oid
            and database = (select oid from pg_database where datname = current_database())
            and objid = (hashtext(locked_by)::bigint & 4294967295)::oid))
      select array_agg(locked_by) as workers, graphile_worker.force_unlock_workers(array_agg(locked_by))
      from dead having count(*) > 0`;
    if (released) log().warn({ workers: released.workers }, "Jobs of workers that ended are free again");
  }
}
