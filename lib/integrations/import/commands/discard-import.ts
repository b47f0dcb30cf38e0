import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { id } from "@/lib/kernel/fields";
import { lockImport, refuseWhileBusy } from "../lock-import";

/** Forgets a file that nothing was recorded from. */
export const discardImport = defineCommand({
  name: "import.discard",
  permission: "import.run",
  input: z.strictObject({ id: id() }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const run = await lockImport(tx, merchantId, input.id);
    refuseWhileBusy(run, ["open"]);
    await tx.sql`delete from import_file_part where merchant_id = ${merchantId} and import_id = ${input.id}`;
    await tx.sql`delete from import_run where merchant_id = ${merchantId} and id = ${input.id}`;
    audit(tx, actor, now, {
      action: "import.discard",
      subject: `import:${input.id}`,
      before: { file: run.fileName },
    });
    return {};
  },
});
