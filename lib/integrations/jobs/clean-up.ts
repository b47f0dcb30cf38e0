import type { Database } from "@/db/client";
import { forEachMerchant } from "./for-each-merchant";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How long what is only kept for a while is kept, in milliseconds. */
const kept = {
  idempotencyKeys: 2 * day,
  mails: 90 * day,
  sentFiles: 30 * day,
  jobRuns: 30 * day,
  sessions: 40 * day,
  unnamedPictures: 30 * day,
  rateLeases: hour,
  tokens: day,
  throttles: hour,
};

/** Rows at a time, so that nobody waits for a long delete. */
const batch = 5_000;

/** Removes what has served its time. Stopped in the middle, the next run goes on. */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  const before = (age: number): string => new Date(now.getTime() - age).toISOString();
  const { sql } = database;
  await sql`delete from sign_in_token where expires_at < ${before(kept.tokens)}`;
  await sql`delete from throttle where window_start < ${before(kept.throttles)}`;
  await forEachMerchant(database, "clean-up", async (merchantId) => {
    await sql`delete from rate_lease where merchant_id = ${merchantId} and window_start < ${before(kept.rateLeases)}`;
    await inBatches(
      () => sql`
        delete from idempotency_key where merchant_id = ${merchantId} and key in (
          select key from idempotency_key where merchant_id = ${merchantId} and created_at < ${before(kept.idempotencyKeys)}
          limit ${batch}) returning 1`,
    );
    await sql`
      delete from staff_session where merchant_id = ${merchantId} and last_seen_at < ${before(kept.sessions)}`;
    // A version that was published keeps its pictures for ever, so that it can be published again.
    await sql`
      delete from picture p where p.merchant_id = ${merchantId} and p.named_at < ${before(kept.unnamedPictures)}
        and not exists (select from program_version v where v.merchant_id = ${merchantId}
          and v.content->'rewards' @> jsonb_build_array(jsonb_build_object('picture', p.hash)))
        and not exists (select from program_draft d where d.merchant_id = ${merchantId}
          and d.content->'rewards' @> jsonb_build_array(jsonb_build_object('picture', p.hash)))`;
    await sql`delete from job_run where merchant_id = ${merchantId} and started_at < ${before(kept.jobRuns)}`;
    // A file holds people's names and addresses: what was needed of it was recorded, or never will be.
    await sql`
      delete from import_file_part where merchant_id = ${merchantId} and import_id in (
        select id from import_run where merchant_id = ${merchantId} and started_at < ${before(kept.sentFiles)} and task is null)`;
    await inBatches(
      () => sql`
        delete from outbox where merchant_id = ${merchantId} and id in (
          select id from outbox where merchant_id = ${merchantId} and created_at < ${before(kept.mails)}
            and status <> 'queued' limit ${batch}) returning 1`,
    );
  });
}

async function inBatches(remove: () => PromiseLike<{ length: number }>): Promise<void> {
  while ((await remove()).length === batch);
}
