import type { Database } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import type { ImportPlace } from "./purchase-rows";
import type { RefusalReason } from "./staging";

export interface ImportContext {
  actor: Actor;
  now: Date;
  database: Database;
  /** In which refusals are written. Absent: English. */
  locale?: Locale;
}

export interface ImportRequest {
  /** Path of the file; the files that the mapping joins are beside it. */
  file: string;
  /** As read from YAML; checked here. */
  mapping: unknown;
  /** Decide everything and write nothing. */
  dryRun?: boolean;
  /** Where to write what was refused. Absent: beside the file, with `.refused.csv` at its end. */
  refusedFile?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** The books that were opened when the file was sent. Absent: new ones. */
  runId?: string;
}

export interface ImportProgress {
  doing: "reading" | "recording";
  done: number;
  /** Not known while the file is read. */
  total?: number;
}

export interface ImportCounts {
  /** Purchases or members. */
  accepted: number;
  repeated: number;
  membersCreated: number;
  points: number;
}

export interface ImportReport extends ImportCounts {
  /** What `import undo` takes; null after a dry run. */
  id: string | null;
  dryRun: boolean;
  rows: number;
  /** Rows. */
  refused: number;
  /** Why rows were refused, the commonest reasons first. */
  reasons: RefusalReason[];
  refusedFile: string | null;
}

/** The shop's settings that reading its files depends on. */
export async function importPlace({ sql }: Database, merchantId: number): Promise<ImportPlace> {
  const [place] = await sql<
    ImportPlace[]
  >`select currency, timezone, country from merchant where id = ${merchantId}`;
  if (!place) throw new Problem("not_found");
  return place;
}

/** Opens the books for an import. The caller holds the import lock: a run that still says "running" was killed. */
export async function startRun(
  { actor, now, database }: ImportContext,
  run: { kind: "purchases" | "members"; fileName: string; mapping: unknown; runId?: string },
): Promise<string> {
  const id = run.runId ?? uuidv7();
  const { merchantId } = actor;
  await database.transaction(async (tx) => {
    await tx.sql`update import_run set status = 'failed' where merchant_id = ${merchantId} and status = 'running'`;
    await tx.sql`
      insert into import_run (merchant_id, id, kind, file_name, mapping, status, started_at, started_by)
      values (${merchantId}, ${id}, ${run.kind}, ${run.fileName}, ${JSON.stringify(run.mapping)}::text::jsonb, 'running',
        ${now.toISOString()}, ${actorName(actor)})
      on conflict (merchant_id, id) do update set status = 'running', mapping = excluded.mapping, failure = null`;
    await tx.sql`delete from import_refusal where merchant_id = ${merchantId} and import_id = ${id}`;
    audit(tx, actor, now, {
      action: "import.start",
      subject: `import:${id}`,
      after: { kind: run.kind, file: run.fileName },
    });
  });
  return id;
}

/** Closes them, with what came of it. */
export async function endRun(
  { actor, now, database }: ImportContext,
  id: string,
  end: ImportCounts & { status: "done" | "failed"; refused: number },
): Promise<void> {
  const { status, ...counts } = end;
  await database.transaction(async (tx) => {
    const [run] = await tx.sql<{ file: string }[]>`
      update import_run set status = ${status}, accepted = ${counts.accepted}, repeated = ${counts.repeated},
        refused = ${counts.refused}, members_created = ${counts.membersCreated}, points = ${counts.points},
        finished_at = now()
      where merchant_id = ${actor.merchantId} and id = ${id} returning file_name as file`;
    audit(tx, actor, now, {
      action: `import.${status}`,
      subject: `import:${id}`,
      after: { ...run, ...counts },
    });
  });
}

export const noCounts = (): ImportCounts => ({ accepted: 0, repeated: 0, membersCreated: 0, points: 0 });

export function addCounts(to: ImportCounts, more: ImportCounts): void {
  to.accepted += more.accepted;
  to.repeated += more.repeated;
  to.membersCreated += more.membersCreated;
  to.points += more.points;
}
