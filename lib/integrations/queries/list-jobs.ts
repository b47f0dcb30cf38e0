import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { nextRun, readTimetable } from "../domain/next-run";
import { crontab } from "../timetable";

export interface TimedJob {
  job: string;
  /** When it was last done for this shop; null when it never was. */
  last: { at: string; seconds: number; failure: string | null } | null;
  next: string;
}

export interface WaitingJob {
  id: string;
  task: string;
  attempts: number;
  mostAttempts: number;
  /** When it is tried next. */
  at: string;
  running: boolean;
  /** What went wrong the last time. */
  failure: string | null;
}

/** What the worker did last for this shop and will do next, and what of the shop's waits or was given up. */
export const listJobs = defineQuery({
  name: "jobs.list",
  permission: "outbox.read",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<{ timed: TimedJob[]; waiting: WaitingJob[] }> {
    const { merchantId } = actor;
    const { sql } = database;
    const [runs, waiting] = await Promise.all([
      sql<{ job: string; startedAt: string; finishedAt: string; failure: string | null }[]>`
        select distinct on (job) job, started_at as "startedAt", finished_at as "finishedAt", failure
        from job_run where merchant_id = ${merchantId} order by job, started_at desc`,
      sql<(Omit<WaitingJob, "at"> & { at: string })[]>`
        select j.id::text as id, t.identifier as task, j.attempts, j.max_attempts as "mostAttempts", j.run_at as at,
          j.locked_at is not null as running, left(j.last_error, 300) as failure
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.payload ->> 'merchantId' = ${String(merchantId)}
        order by j.run_at limit 100`,
    ]);
    const timed = readTimetable(crontab).map((scheduled): TimedJob => {
      const run = runs.find(({ job }) => job === scheduled.job);
      return {
        job: scheduled.job,
        last: run
          ? {
              at: new Date(run.finishedAt).toISOString(),
              seconds: (new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime()) / 1000,
              failure: run.failure,
            }
          : null,
        next: nextRun(scheduled, now).toISOString(),
      };
    });
    return { timed, waiting: waiting.map((job) => ({ ...job, at: new Date(job.at).toISOString() })) };
  },
});
