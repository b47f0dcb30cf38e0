import type { TaskList } from "graphile-worker";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { cleanUp } from "./clean-up";
import { deliverMailJob } from "./deliver-mail";
import { runDueAll } from "./run-due-all";
import { runImport } from "./run-import";

/** What the worker does. Each may run twice for one cause, and at the same moment in two workers. */
export const tasks: TaskList = {
  "deliver-mail": deliverMailJob,
  "run-import": runImport,
  "run-due-all": () => runDueAll(database(), systemNow()),
  "clean-up": () => cleanUp(database(), systemNow()),
};

/**
 * When what is caused by nothing but time is done: points every hour, the rest at night (UTC). What was missed while no
 * worker ran is done when one is back (`fill`), once however often it was missed (`jobKey`).
 */
export const crontab = [
  "5 * * * * run-due-all ?fill=1d&max=5&jobKey=run-due-all",
  "17 3 * * * clean-up ?fill=2d&max=5&jobKey=clean-up",
].join("\n");
