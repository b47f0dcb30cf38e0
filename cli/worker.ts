import { setTimeout as pause } from "node:timers/promises";
import { Logger, type Runner, run } from "graphile-worker";
import { queueUrl } from "@/db/queue-url";
import { tasks } from "@/lib/integrations/jobs/tasks";
import { crontab } from "@/lib/integrations/timetable";
import { log } from "@/lib/kernel/log";
import { openInstallation } from "./lib/installation";
import { Lifecycle } from "./lib/lifecycle";
import { WorkerPresence } from "./lib/worker-presence";

/** The jobs of this installation, beside the web server or on its own; any number of workers may run. */
const restartAfter = 5_000;
const life = new Lifecycle();

// A statement of the runner's timetable that fails rejects a promise of its own that nobody holds, besides the runner's.
process.on("unhandledRejection", (error) =>
  log().error({ reason: reasonOf(error) }, "A job's statement failed"),
);

await life.run(async () => {
  const { url } = await life.start(openInstallation());
  const presence = new WorkerPresence(url);
  await life.add(() => presence.end());
  const startRunner = () =>
    run({
      connectionString: queueUrl(url),
      concurrency: 2,
      taskList: tasks,
      crontab,
      noHandleSignals: true,
      events: presence.events,
      logger: new Logger(() => (level, message) => log()[level === "warning" ? "warn" : level](message)),
    });
  let starting: Promise<Runner> | undefined = startRunner();
  await starting;
  // One that is only starting is stopped, too, once it has.
  await life.add(async () => (await starting?.catch(() => undefined))?.stop());
  while (!life.isStopping) {
    try {
      starting ??= startRunner();
      await (await starting).promise;
    } catch (error) {
      // A full disk, a database that is away: what was due meanwhile is made up for by the next runner.
      if (!life.isStopping) log().error({ reason: reasonOf(error) }, "The jobs stopped; starting them again");
    }
    starting = undefined;
    await pause(restartAfter, undefined, { ref: false });
  }
});

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
