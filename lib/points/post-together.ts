import type { Database } from "@/db/client";
import { Gather } from "@/lib/kernel/gather";
import { company } from "./company";
import { LedgerBatch } from "./posting";

const gathers = new WeakMap<Database, Gather<LedgerBatch, undefined>>();

/**
 * Posts what was decided for one member by facts that nobody locked, in one statement with what others post at the same
 * moment. Fails with 40001 when the member's ledger has moved since: then nothing of it is written.
 */
export function postTogether(database: Database, merchantId: number, batch: LedgerBatch): Promise<undefined> {
  let gather = gathers.get(database);
  if (!gather) {
    gather = new Gather({ run: (_, batches) => post(database, batches), apart: memberOf, ...company });
    gathers.set(database, gather);
  }
  return gather.add(merchantId, batch);
}

async function post(database: Database, batches: LedgerBatch[]): Promise<undefined[]> {
  await LedgerBatch.together(batches).statement(database);
  return batches.map(() => undefined);
}

function memberOf(batch: LedgerBatch): string {
  const [member, ...others] = batch.memberIds;
  if (!member || others.length > 0) throw new Error("only one member's postings can wait for company");
  return member;
}
