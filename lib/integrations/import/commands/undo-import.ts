import type { Sql } from "@/db/client";
import { audit } from "@/lib/access/audit";
import { authorize } from "@/lib/access/define-command";
import { isUuid } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import type { ImportContext } from "../import-run";
import { importSession } from "../import-session";
import { type Undone, undoChunk } from "../undo-chunk";

export interface UndoReport extends Undone {
  id: string;
  /** Purchases that were refunded since, or whose member was erased: they stay. */
  kept: number;
}

interface UndoRequest {
  id: string;
  onProgress?: (progress: { done: number; total: number }) => void;
}

/**
 * Restores the state before an import: its purchases are undone and their external ids free, their points taken back, the
 * members it enrolled gone if they did nothing else. Points that were spent since are owed, or written off if the program
 * says so of refunds. Works member by member; one that was stopped is finished by undoing again.
 */
export async function undoImport(
  context: ImportContext,
  { id, onProgress }: UndoRequest,
): Promise<UndoReport> {
  const { actor, database } = context;
  authorize(actor, "import.run");
  return importSession(database, actor.merchantId, async (connection) => {
    await begin(context, id);
    const policy = await refundPolicy(context);
    const report: UndoReport = { id, purchases: 0, members: 0, points: 0, kept: 0 };
    const found = await findMembers(connection, actor.merchantId, id);
    for await (const memberIds of membersToUndo(connection)) {
      const undone = await undoChunk(context, memberIds, { importId: id, policy });
      report.purchases += undone.purchases;
      report.members += undone.members;
      report.points += undone.points;
      onProgress?.({ done: report.purchases, total: found.purchases });
    }
    report.kept = found.purchases - report.purchases;
    await end(context, report);
    return report;
  });
}

async function begin({ actor, database }: ImportContext, id: string): Promise<void> {
  const { merchantId } = actor;
  const [run] = isUuid(id)
    ? await database.sql<{ status: string }[]>`
        select status from import_run where merchant_id = ${merchantId} and id = ${id}`
    : [];
  if (!run) throw new Problem("not_found");
  if (run.status === "undone") throw new Problem("import_not_undoable");
  await database.sql`update import_run set status = 'undoing' where merchant_id = ${merchantId} and id = ${id}`;
}

async function end({ actor, now, database }: ImportContext, report: UndoReport): Promise<void> {
  const { id, ...counts } = report;
  await database.transaction(async (tx) => {
    const [run] = await tx.sql<{ file: string }[]>`
      update import_run set status = 'undone', finished_at = now()
      where merchant_id = ${actor.merchantId} and id = ${id} returning file_name as file`;
    audit(tx, actor, now, { action: "import.undo", subject: `import:${id}`, after: { ...run, ...counts } });
  });
}

async function refundPolicy({ actor, database }: ImportContext) {
  const [row] = await database.sql<{ version: number | null }[]>`
    select max(version) as version from program_version where merchant_id = ${actor.merchantId}`;
  if (!row?.version) throw new Problem("program_not_published");
  return (await programContent(database, actor.merchantId, row.version)).refunds.policy;
}

/** Puts everybody whom the import concerns, and how many of its purchases they have, into a cursor. */
async function findMembers(sql: Sql, merchantId: number, importId: string): Promise<{ purchases: number }> {
  await sql.unsafe(
    "drop table if exists import_undo; create temporary table import_undo (member_id uuid, purchases integer)",
  );
  await sql`
    insert into import_undo (member_id, purchases)
    select member_id, sum(purchases) from (
      select p.member_id, count(*) as purchases from purchase p
      where p.merchant_id = ${merchantId} and p.import_id = ${importId} and p.status = 'recorded' group by 1
      union all
      select m.id, 0 from member m where m.merchant_id = ${merchantId} and m.import_id = ${importId} and m.status = 'active') f
    group by 1`;
  const [row] = await sql<
    { purchases: number }[]
  >`select coalesce(sum(purchases), 0)::int as purchases from import_undo`;
  return row ?? { purchases: 0 };
}

/** A transaction takes back about so many purchases, of at most so many members. */
const purchasesAtOnce = 1000;
const membersAtOnce = 200;

async function* membersToUndo(sql: Sql): AsyncGenerator<string[]> {
  await sql.unsafe(
    "declare import_undo_members no scroll cursor with hold for select member_id, purchases from import_undo order by member_id",
  );
  try {
    let chunk: string[] = [];
    let purchases = 0;
    for (;;) {
      const rows = await sql<{ member_id: string; purchases: number }[]>`fetch 1000 from import_undo_members`;
      for (const row of rows) {
        if (
          chunk.length >= membersAtOnce ||
          (chunk.length > 0 && purchases + row.purchases > purchasesAtOnce)
        ) {
          yield chunk;
          chunk = [];
          purchases = 0;
        }
        chunk.push(row.member_id);
        purchases += row.purchases;
      }
      if (rows.length === 0) break;
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    await sql.unsafe("close import_undo_members; drop table import_undo");
  }
}
