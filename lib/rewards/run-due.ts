import type { Execution } from "@/lib/access/define-command";
import { expireVouchers } from "./commands/expire-vouchers";

/** What falls due in rewards for one merchant as of `now`. May be stopped and started again at any point. */
export async function rewardsDue(execution: Execution): Promise<{ vouchers: number }> {
  const work = { vouchers: 0 };
  for (;;) {
    const { vouchers } = await expireVouchers.execute(execution, {});
    if (vouchers === 0) return work;
    work.vouchers += vouchers;
  }
}
