import { isAlive, npmAbove } from "@/db/embedded/process-identity";
import type { Child } from "./child";
import { report } from "./run-command";

/** Thrown by what was under way when the run was stopped. */
export class Stopped extends Error {}

/**
 * What a run has started, stopped in reverse order when a signal comes, when a child ends, or when the process that
 * started us is gone. A second signal, later than the copies that a terminal and npm send of the first, does not wait.
 */
export class Lifecycle {
  readonly #stops: (() => Promise<void>)[] = [];
  #stopping: Promise<void> | undefined;
  #stoppedAt = 0;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.#signalled());
    }
    // Runners that start us can be killed without us: tsx closes its channel, npm has none and is watched.
    process.on("disconnect", () => void this.stop(1));
    const npm = npmAbove();
    if (npm) setInterval(() => isAlive(npm) || void this.stop(1), 500).unref();
  }

  /** What fails because the run is being stopped is no failure. */
  async run(main: () => Promise<void>): Promise<void> {
    try {
      await main();
    } catch (error) {
      if (!this.#stopping) report(error);
      await this.stop(1);
    }
  }

  /** Waits for something that takes time to start. A stop waits for it too, and then stops it. */
  async start<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
    await this.add(() =>
      starting.then(
        (started) => started.stop(),
        () => {}, // What did not start needs no stop; `run` reports why.
      ),
    );
    const started = await starting;
    if (this.#stopping) throw new Stopped();
    return started;
  }

  /** Registers what stops something just started. If the run is stopping already it is stopped now. */
  async add(stop: () => Promise<void>): Promise<void> {
    if (!this.#stopping) {
      this.#stops.push(stop);
      return;
    }
    await stop();
    throw new Stopped();
  }

  /** A child whose end, whatever its exit code, is the end of the run. */
  async keep(child: Child): Promise<void> {
    await this.add(child.stop);
    void child.ended.then((how) => {
      if (!this.#stopping)
        console.error(`The ${child.name} ended by itself (${how}): stopping everything else`);
      void this.stop(1);
    });
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Stops everything and ends the process. */
  stop(exitCode: number): Promise<void> {
    this.#stopping ??= this.#stopAll(exitCode);
    return this.#stopping;
  }

  #signalled(): void {
    if (this.#stopping && Date.now() - this.#stoppedAt > 1_000) process.exit(130);
    void this.stop(0);
  }

  async #stopAll(exitCode: number): Promise<void> {
    this.#stoppedAt = Date.now();
    let code = exitCode;
    for (const stop of this.#stops.reverse()) {
      await stop().catch((error: unknown) => {
        report(error);
        code = 1;
      });
    }
    process.exit(code);
  }
}
