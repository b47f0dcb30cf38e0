import type { Execution } from "@/lib/access/define-command";
import { expireVouchers } from "./commands/expire-vouchers";
import { grantBirthdays } from "./commands/grant-birthdays";

/** What falls due in rewards for one merchant as of `now`. May be stopped and started again at any point. */
export async function rewardsDue(execution: Execution): Promise<{ vouchers: number; birthdays: number }> {
  const work = { vouchers: 0, birthdays: 0 };
  for (;;) {
    const { vouchers } = await expireVouchers.execute(execution, {});
    work.vouchers += vouchers;
    if (vouchers === 0) break;
  }
  for (;;) {
    const { birthdays } = await grantBirthdays.execute(execution, {});
    work.birthdays += birthdays;
    if (birthdays === 0) break;
  }
  return work;
}
