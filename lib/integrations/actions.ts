"use server";

import { toAction } from "@/lib/access/to-action";
import { retryJob } from "./commands/retry-job";

export const retryJobAction = toAction(retryJob);
