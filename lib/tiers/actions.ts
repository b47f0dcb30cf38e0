"use server";

import { toAction } from "@/lib/access/to-action";
import { lockTier } from "./commands/lock-tier";
import { unlockTier } from "./commands/unlock-tier";

export const lockTierAction = toAction(lockTier);
export const unlockTierAction = toAction(unlockTier);
