import type { TaskList } from "graphile-worker";
import { database } from "@/db/connection";
import { systemNow } from "@/lib/kernel/clock";
import { cleanUp } from "./clean-up";
import { countAllComeBacks } from "./count-come-backs";
import { deliverMailJob } from "./deliver-mail";
import { runDueAll } from "./run-due-all";
import { runImport } from "./run-import";

/** What the worker does. Each may run twice for one cause, and at the same moment in two workers. */
export const tasks: TaskList = {
  "deliver-mail": deliverMailJob,
  "run-import": runImport,
  "run-due-all": () => runDueAll(database(), systemNow()),
  "count-come-backs": () => countAllComeBacks(database(), systemNow()),
  "clean-up": () => cleanUp(database(), systemNow()),
};
