import type { TaskList } from "graphile-worker";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { cleanUp } from "./clean-up";
import { deliverMailJob } from "./deliver-mail";

/** What the worker does. Each may run twice for one cause, and at the same moment in two workers. */
export const tasks: TaskList = {
  "deliver-mail": deliverMailJob,
  "clean-up": () => cleanUp(database(), systemNow()),
};

/**
 * When what is not caused by anything is done, in UTC. A worker that was down for an hour does the hour's work when it is
 * back (`fill`).
 */
export const crontab = ["17 3 * * * clean-up ?fill=1d&max=3&jobKey=clean-up"].join("\n");
