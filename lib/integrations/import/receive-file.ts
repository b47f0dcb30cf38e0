import { z } from "zod";
import type { Database } from "@/db/client";
import type { Query } from "@/lib/access/define-query";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { openImport } from "./commands/open-import";
import { keepFile } from "./kept-file";

/** About ten million rows. What is larger belongs on the command line. */
const mostFileBytes = 512 * 1024 * 1024;

const tooLarge = (): Problem => new Problem("too_large", { params: { kilobytes: mostFileBytes / 1024 } });

const input = z.strictObject({
  kind: z.string().nullable(),
  fileName: z.string(),
  /** As the sender says; counted again as they come. */
  length: z.number(),
  body: z.custom<AsyncIterable<Uint8Array> | null>(),
});

/**
 * Takes in a file that is still on its way, a part at a time, and opens the books for it. A transaction for all of it would
 * stay open for as long as the slowest line takes, so each part is written by itself, and a file that does not arrive as a
 * whole leaves nothing behind.
 */
export const receiveFile: Query<typeof input, { id: string }> = {
  name: "import.receive",
  permission: openImport.permission,
  input,
  async execute(execution, raw) {
    const { kind, fileName, length, body } = input.parse(raw);
    if (length > mostFileBytes) throw tooLarge();
    const { actor, database } = execution;
    const { merchantId } = actor;
    const { id } = await openImport.execute(execution, { kind, fileName });
    try {
      const bytes = await keepFile(database, { merchantId, id, file: "sent" }, checked(body ?? [], fileName));
      if (bytes === 0) throw fieldProblem("file", "csv.empty", { name: fileName });
      await database.sql`
        update import_run set file_bytes = ${bytes} where merchant_id = ${merchantId} and id = ${id}`;
      return { id };
    } catch (error) {
      await forget(database, merchantId, id);
      throw error;
    }
  },
};

async function* checked(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      if (bytes === 0 && chunk[0] === 0x50 && chunk[1] === 0x4b)
        throw fieldProblem("file", "csv.spreadsheet", { name });
      bytes += chunk.length;
      if (bytes > mostFileBytes) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    // The connection broke off: nobody reads the answer, and it is no fault of ours.
    throw error instanceof Problem ? error : new Problem("malformed");
  }
}

async function forget({ sql }: Database, merchantId: number, id: string): Promise<void> {
  await sql`delete from import_file_part where merchant_id = ${merchantId} and import_id = ${id}`;
  await sql`delete from import_run where merchant_id = ${merchantId} and id = ${id} and status = 'open'`;
}
