"use server";

import { toAction, toFormAction } from "@/lib/access/to-action";
import { decideActivity } from "./commands/decide-activity";
import { recordActivity } from "./commands/record-activity";
import { reportActivity } from "./commands/report-activity";
import { undoActivity } from "./commands/undo-activity";
import { describeActivity } from "./queries/describe-activity";

export const recordActivityAction = toAction(recordActivity);
export const reportActivityAction = toFormAction(
  reportActivity,
  { externalId: "text", type: "text", answer: "text" },
  (home) => `${home}/activities`,
);
export const decideActivityAction = toAction(decideActivity);
export const undoActivityAction = toAction(undoActivity);
export const describeActivityAction = toAction(describeActivity);
