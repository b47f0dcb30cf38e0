import { childEnv, env } from "@/lib/kernel/env";
import { ensureBuild } from "./build";
import { type Child, startChild } from "./child";
import { type Installation, openInstallation } from "./installation";
import { clearLeftovers, recordChild } from "./leftovers";
import { Lifecycle } from "./lifecycle";
import { refuseTakenPort } from "./port";
import { dataDirectory } from "./root";
import { keptSecret } from "./secret";
import { webServerArgs } from "./web-server-args";

interface Serving {
  mode: "start" | "dev";
  /** Runs once the database is up to date; returns what to tell the person once the server answers. */
  prepare(url: string): Promise<string[]>;
}

/** Database, worker and web server, until Ctrl-C. Ends the process. */
export async function serve({ mode, prepare }: Serving): Promise<void> {
  const settings = env();
  const needsDataDir = !settings.DATABASE_URL || !settings.NEXTAUTH_SECRET;
  const justStopping = needsDataDir && clearLeftovers(dataDirectory());
  await refuseTakenPort(settings.PORT, justStopping ? 5_000 : 1_000);
  const secret = settings.NEXTAUTH_SECRET ?? keptSecret(dataDirectory());
  const life = new Lifecycle();
  await life.run(async () => {
    const installation = await life.start(openInstallation());
    watch(installation, life);
    const told = await prepare(installation.url);
    if (mode === "start") await ensureBuild((child) => life.add(child.stop));
    await startChildren({ mode, life, url: installation.url, secret, record: needsDataDir });
    if (await answers(settings.PORT, life)) {
      const elsewhere = installation.elsewhere ? [`The database is kept in ${installation.elsewhere}`] : [];
      const lines = [`Regulars is running at ${settings.NEXTAUTH_URL}`, ...elsewhere, ...told];
      for (const line of lines) console.log(line);
    }
  });
}

interface Starting {
  mode: "start" | "dev";
  life: Lifecycle;
  url: string;
  secret: string;
  record: boolean;
}

/** The worker first, so that it is stopped after the web server, which may still hand it work. */
async function startChildren({ mode, life, url, secret, record }: Starting): Promise<void> {
  const { PORT, NEXTAUTH_URL, REGULARS_PROXIES } = env();
  const childrensEnv = childEnv({
    NODE_ENV: mode === "start" ? "production" : "development",
    DATABASE_URL: url,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL,
    PORT: String(PORT),
    NEXT_TELEMETRY_DISABLED: "1",
  });
  const start = async (name: string, args: string[], hush?: RegExp): Promise<void> => {
    const child: Child = startChild(name, args, { env: childrensEnv, hush });
    if (record && child.pid) recordChild(dataDirectory(), child.pid);
    await life.keep(child);
  };
  await start("worker", ["--import", "tsx", "cli/worker.ts"], greeting);
  const web =
    mode === "start"
      ? webServerArgs(PORT, REGULARS_PROXIES)
      : ["node_modules/next/dist/bin/next", mode, "-p", String(PORT)];
  await start("web server", web, banner);
}

/** What the worker logs when it starts. One that runs on its own says it. */
const greeting = /"msg":"Worker connected and looking for jobs/;

/** What next prints when it starts; we say it ourselves, once it is true. */
const banner =
  /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)\b|· |✓ (Running|Starting|Ready in))|^\s*$/;

/** The embedded server is no child of ours when a killed run had started it, so it is watched by its file. */
function watch(installation: Installation, life: Lifecycle): void {
  if (!installation.embedded) return;
  const timer = setInterval(() => {
    if (life.isStopping || installation.isRunning()) return;
    clearInterval(timer);
    console.error(
      "The embedded database ended by itself: stopping everything else. The next start recovers it",
    );
    void life.stop(1);
  }, 1_000);
  timer.unref();
}

/** Waits until the web server answers anything at all. False when the run is being stopped. */
async function answers(port: number, life: Lifecycle): Promise<boolean> {
  while (!life.isStopping) {
    const answered = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    }).then(
      () => true,
      () => false,
    );
    if (answered) return !life.isStopping;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
