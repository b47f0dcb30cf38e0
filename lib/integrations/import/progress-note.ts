import { createReadStream } from "node:fs";
import type { Database } from "@/db/client";
import type { Problem } from "@/lib/kernel/problems";
import type { ImportProgress, ImportReport } from "./import-run";

/** How often, in milliseconds, whoever looks on is told. */
const pause = 400;

/** Notes beside an import how far the worker has come, and what came of it. */
export class ProgressNote {
  readonly #database: Database;
  readonly #merchantId: number;
  readonly #id: string;
  #last = 0;
  #writing: Promise<unknown> = Promise.resolve();
  #busy = false;

  constructor(database: Database, { merchantId, id }: { merchantId: number; id: string }) {
    this.#database = database;
    this.#merchantId = merchantId;
    this.#id = id;
  }

  /** Now and then; the import does not wait for it. */
  write({ doing, done, total }: ImportProgress): void {
    const at = performance.now();
    if (this.#busy || at - this.#last < pause) return;
    this.#last = at;
    this.#busy = true;
    this.#writing = this.#database.sql`
      update import_run set doing = ${doing}, progress = ${done}, progress_total = ${total ?? null}
      where merchant_id = ${this.#merchantId} and id = ${this.#id}`
      // It is only a note: the import goes on without it.
      .catch(() => {})
      .finally(() => {
        this.#busy = false;
      });
  }

  async settle(): Promise<void> {
    await this.#writing;
  }

  async end({ checked }: { checked?: ImportReport }): Promise<void> {
    await this.settle();
    await this.#database.sql`
      update import_run set task = null, doing = null,
        checked = coalesce(${checked ? JSON.stringify(checked) : null}::text::jsonb, checked)
      where merchant_id = ${this.#merchantId} and id = ${this.#id}`;
  }

  /** What stopped it. A file that was only tried stays open, to be tried again with other columns. */
  async fail({ code, fields, params }: Problem, task: "check" | "record" | "undo"): Promise<void> {
    await this.#database.sql`
      update import_run set task = null, doing = null,
        failure = ${JSON.stringify({ code, fields, params })}::text::jsonb,
        status = case when ${task} = 'record' and status = 'running' then 'failed' else status end
      where merchant_id = ${this.#merchantId} and id = ${this.#id}`;
  }
}

/** The bytes of the file of refusals; none when nothing was refused. */
export async function* readRefused(path: string | null): AsyncGenerator<Uint8Array> {
  if (path) yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
