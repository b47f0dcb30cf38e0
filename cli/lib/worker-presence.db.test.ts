import { run } from "graphile-worker";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start-embedded";
import { throwawayDirectory } from "@/db/embedded/throwaway";
import { migrateDatabase } from "@/db/migrate";
import { WorkerPresence } from "./worker-presence";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const { dataDir, remove } = throwawayDirectory();
let server: EmbeddedDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  server = await startEmbedded({ dataDir, durable: false });
  await migrateDatabase(server.url);
  sql = postgres(server.url, { max: 2, onnotice: () => {} });
});

afterAll(async () => {
  await sql.end();
  await server.stop();
  remove();
});

const lockedBy = async (key: string): Promise<string | null> =>
  (await sql`select locked_by from graphile_worker.jobs where key = ${key}`)[0]?.locked_by;

it("the job of a worker that ended is free again; that of a worker at work stays its own", async () => {
  const presence = new WorkerPresence(server.url);
  let finish = () => {};
  const started = new Promise<void>((resolve) => {
    void run({
      connectionString: server.url,
      concurrency: 1,
      noHandleSignals: true,
      events: presence.events,
      crontab: " ",
      taskList: {
        wait: () => {
          resolve();
          return new Promise<void>((done) => {
            finish = done;
          });
        },
      },
    }).then((runner) => {
      stop = () => runner.stop();
    });
  });
  let stop = async () => {};
  await sql`select graphile_worker.add_job('wait', '{}', job_key => 'ours')`;
  await sql`select graphile_worker.add_job('nobody', '{}', job_key => 'dead')`;
  await started;
  // An hour ago a worker that is no more took the other job.
  await sql`update graphile_worker._private_jobs set locked_by = 'worker-gone' where key = 'dead'`;
  await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`;
  await presence.beat();
  expect(await lockedBy("dead")).toBeNull();
  expect(await lockedBy("ours")).toMatch(/^worker-/);
  finish();
  await stop();
  await presence.end();
});
