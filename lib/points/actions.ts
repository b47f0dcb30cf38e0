"use server";

import { toAction } from "@/lib/access/to-action";
import { adjustPoints } from "./commands/adjust-points";
import { decideAdjustment } from "./commands/decide-adjustment";

export const adjustPointsAction = toAction(adjustPoints);
export const decideAdjustmentAction = toAction(decideAdjustment);
