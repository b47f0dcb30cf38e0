import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { programNow } from "../published-types";

export interface RecordableType {
  key: string;
  name: string;
  points: number;
  /** A manager looks at it first, unless one of them records it. */
  approval: boolean;
}

/** The activities that staff may record, in the program's order. */
export const recordableTypes = defineQuery({
  name: "activity.recordable-types",
  permission: "activities.record",
  input: z.strictObject({}),
  async run({ actor, now, database }): Promise<RecordableType[]> {
    const program = await programNow(database, actor.merchantId, now);
    return (program?.activities ?? [])
      .filter(({ from }) => from.includes("staff"))
      .map(({ key, name, points, approval }) => ({ key, name, points, approval }));
  },
});
