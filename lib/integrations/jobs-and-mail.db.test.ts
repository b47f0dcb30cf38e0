import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMerchant } from "@/db/testing/test-merchant";
import { uuidv7 } from "@/lib/kernel/ids";
import { retryMail } from "@/lib/messaging/commands/retry-mail";
import { retryJob } from "./commands/retry-job";
import { cleanUp } from "./jobs/clean-up";
import { countAllComeBacks } from "./jobs/count-come-backs";
import { forEachMerchant } from "./jobs/for-each-merchant";
import { runDueAll } from "./jobs/run-due-all";
import { listJobs } from "./queries/list-jobs";

testEnvironment({ SMTP_URL: "smtp://127.0.0.1:2525", LOG_LEVEL: "silent" });

const database = await testDatabase();
const now = new Date("2026-11-20T09:00:00Z");

test("a job that fails for one shop is noted there and done for the other; the page says when it is due next", async () => {
  const [fine, broken] = [await testMerchant(database), await testMerchant(database)];
  const run = forEachMerchant(database, "run-due-all", async (merchantId) => {
    if (merchantId === broken.merchantId) throw new Error("disk full");
  });
  await expect(run).rejects.toThrow("run-due-all failed for 1 merchants");
  const jobs = async ({ actor }: typeof fine) => (await listJobs.execute({ actor, database, now }, {})).timed;
  expect(await jobs(fine)).toContainEqual({
    job: "run-due-all",
    last: { at: expect.any(String), seconds: expect.any(Number), failure: null },
    next: "2026-11-20T09:05:00.000Z",
  });
  expect((await jobs(broken))[0]?.last).toMatchObject({ failure: "disk full" });
});

test("each of the three that the clock begins says when it was last done", async () => {
  const { actor } = await testMerchant(database);
  for (const run of [runDueAll, countAllComeBacks, cleanUp]) await run(database, now);
  const { timed } = await listJobs.execute({ actor, database, now }, {});
  expect(timed.map(({ job, last }) => [job, last?.failure])).toEqual([
    ["run-due-all", null],
    ["count-come-backs", null],
    ["clean-up", null],
  ]);
});

test("a job that waits for tomorrow after three failures is tried now; another shop's is not there", async () => {
  const [shop, other] = [await testMerchant(database), await testMerchant(database)];
  const payload = JSON.stringify({ merchantId: shop.merchantId, id: uuidv7() });
  await database.sql`
    select graphile_worker.add_job('run-import', ${payload}::text::json, run_at => '2026-11-21T09:00:00Z'::timestamptz)`;
  const asking = { actor: shop.actor, database, now };
  const [waiting] = (await listJobs.execute(asking, {})).waiting;
  expect(waiting).toMatchObject({ task: "run-import", at: "2026-11-21T09:00:00.000Z", running: false });
  const id = waiting?.id ?? "";
  await expect(retryJob.execute({ ...asking, actor: other.actor }, { id })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listJobs.execute({ ...asking, actor: other.actor }, {})).waiting).toEqual([]);
  await retryJob.execute(asking, { id });
  expect((await listJobs.execute(asking, {})).waiting).toMatchObject([{ id, at: now.toISOString() }]);
  await expect(retryJob.execute(asking, { id: "1; drop table x" })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a mail that was given up goes again, once however often it is pressed; one that signs somebody in does not", async () => {
  const shop = await testMerchant(database);
  const add = async (kind: string) => {
    const id = uuidv7();
    await database.sql`
      insert into outbox (merchant_id, id, kind, recipient, subject, text, html, status, attempts, last_error, created_at)
      values (${shop.merchantId}, ${id}, ${kind}, 'a@b.c', 's', 't', 'h', 'failed', 11, 'no', ${now.toISOString()})`;
    return id;
  };
  const asking = { actor: shop.actor, database, now };
  const [plain, secret] = [await add("welcome"), await add("sign-in")];
  await Promise.all([retryMail.execute(asking, { id: plain }), retryMail.execute(asking, { id: plain })]);
  const rows = await database.sql`
    select status, attempts, last_error from outbox where merchant_id = ${shop.merchantId} and id = ${plain}`;
  expect(rows).toEqual([{ status: "queued", attempts: 0, last_error: null }]);
  expect((await listJobs.execute(asking, {})).waiting).toHaveLength(1);
  await expect(retryMail.execute(asking, { id: secret })).rejects.toMatchObject({ code: "conflict" });
  await expect(retryMail.execute(asking, { id: uuidv7() })).rejects.toMatchObject({ code: "not_found" });
});
