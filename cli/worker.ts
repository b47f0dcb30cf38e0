import { Logger, run } from "graphile-worker";
import { tasks } from "@/lib/integrations/jobs/tasks";
import { crontab } from "@/lib/integrations/timetable";
import { log } from "@/lib/kernel/log";
import { openInstallation } from "./lib/installation";
import { Lifecycle } from "./lib/lifecycle";
import { report } from "./lib/run-command";
import { WorkerPresence } from "./lib/worker-presence";

/** The jobs of this installation, beside the web server or on its own; any number of workers may run. */
const life = new Lifecycle();

await life.run(async () => {
  const { url } = await life.start(openInstallation());
  const presence = new WorkerPresence(url);
  await life.add(() => presence.end());
  const runner = await run({
    connectionString: url,
    concurrency: 2,
    taskList: tasks,
    crontab,
    noHandleSignals: true,
    events: presence.events,
    logger: new Logger(() => (level, message) => log()[level === "warning" ? "warn" : level](message)),
  });
  let over = false;
  const ended = runner.promise.then(
    () => {},
    (error: unknown) => life.isStopping || report(error),
  );
  void ended.then(() => {
    over = true;
    return life.stop(1);
  });
  await life.add(async () => (over ? undefined : runner.stop()));
});
