import type { Database } from "@/db/client";
import { log } from "@/lib/kernel/log";
import { listMerchantIds } from "@/lib/merchants/list-merchant-ids";

/**
 * Does something for every merchant in turn. One that fails is logged and does not keep the others waiting; the job fails
 * at the end, so that the queue tries again.
 */
export async function forEachMerchant(
  database: Database,
  name: string,
  run: (merchantId: number) => Promise<void>,
): Promise<void> {
  const failed: number[] = [];
  for (const merchantId of await listMerchantIds(database)) {
    try {
      await run(merchantId);
    } catch (error) {
      failed.push(merchantId);
      log().error({ err: error, merchantId, job: name }, "a job failed for one merchant");
    }
  }
  if (failed.length > 0) throw new Error(`${name} failed for ${failed.length} merchants, first ${failed[0]}`);
}
