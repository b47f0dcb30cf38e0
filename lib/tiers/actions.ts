"use server";

import { toAction } from "@/lib/access/to-action";
import { lockTier } from "./commands/lock-tier";
import { unlockTier } from "./commands/unlock-tier";
import { getMemberTier } from "./queries/get-member-tier";

export const lockTierAction = toAction(lockTier);
export const unlockTierAction = toAction(unlockTier);
export const memberTierAction = toAction(getMemberTier);
