import { defineQuery } from "@/lib/access/define-query";
import { shopById } from "@/lib/access/shop";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { activityRecord } from "../activity-record";
import { type ActivityResult, activityResult } from "../activity-result";
import { activityIdSchema } from "../schemas";

/** An activity as it stands, with what it was awarded and why. */
export const getActivity = defineQuery({
  name: "activity.get",
  permission: "activities.read",
  input: activityIdSchema,
  async run({ actor, input, database }): Promise<ActivityResult> {
    const { merchantId } = actor;
    const record = await activityRecord(database, merchantId, { id: input.id });
    if (!record) throw new Problem("not_found");
    const [program, shop] = await Promise.all([
      programContent(database, merchantId, record.programVersion),
      shopById(database, merchantId),
    ]);
    return activityResult(record, program, shop.currency);
  },
});
