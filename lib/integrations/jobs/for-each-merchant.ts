import type { Database } from "@/db/client";
import { systemNow } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import { listMerchantIds } from "@/lib/merchants/list-merchant-ids";
import type { TimedTask } from "../timetable";

/**
 * Does something for every merchant in turn, and notes for each that it was done. One that fails is logged and does not
 * keep the others waiting; the job fails at the end, so that the queue tries again.
 */
export async function forEachMerchant(
  database: Database,
  name: TimedTask,
  run: (merchantId: number) => Promise<void>,
): Promise<void> {
  const failed: number[] = [];
  for (const merchantId of await listMerchantIds(database)) {
    const startedAt = systemNow();
    let failure: string | null = null;
    try {
      await run(merchantId);
    } catch (error) {
      failed.push(merchantId);
      failure = error instanceof Error ? error.message.slice(0, 300) : "unknown";
      log().error({ err: error, merchantId, job: name }, "a job failed for one merchant");
    }
    await note(database, { merchantId, job: name, startedAt, failure });
  }
  if (failed.length > 0) throw new Error(`${name} failed for ${failed.length} merchants, first ${failed[0]}`);
}

interface Done {
  merchantId: number;
  job: TimedTask;
  startedAt: Date;
  failure: string | null;
}

async function note({ sql }: Database, { merchantId, job, startedAt, failure }: Done): Promise<void> {
  await sql`
    insert into job_run (merchant_id, job, started_at, finished_at, failure)
    values (${merchantId}, ${job}, ${startedAt.toISOString()}, ${systemNow().toISOString()}, ${failure})
    on conflict do nothing`;
}
