import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";

export interface LockedImport {
  kind: "purchases" | "members";
  status: "open" | "running" | "done" | "failed" | "undoing" | "undone";
  task: "check" | "record" | "undo" | null;
  fileName: string;
  fileBytes: number | null;
  mapping: unknown;
  checked: unknown;
}

/** One import of the shop, held until commit: two tabs that press at once come one after the other. */
export async function lockImport(tx: Tx, merchantId: number, id: string): Promise<LockedImport> {
  const [run] = await tx.sql<LockedImport[]>`
    select kind, status, task, file_name as "fileName", file_bytes as "fileBytes", mapping, checked
    from import_run where merchant_id = ${merchantId} and id = ${id} for update`;
  if (!run) throw new Problem("not_found");
  return run;
}

/** Refuses what cannot be done to an import as it stands now. */
export function refuseWhileBusy(run: LockedImport, allowed: readonly LockedImport["status"][]): void {
  if (run.task !== null) throw new Problem("import_running");
  if (!allowed.includes(run.status)) throw new Problem("conflict");
}
