import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { text } from "@/lib/kernel/fields";
import { uuidv7 } from "@/lib/kernel/ids";
import { safeName } from "../kept-file";

/** Opens the books for a file that is about to be sent. */
export const openImport = defineCommand({
  name: "import.open",
  permission: "import.run",
  input: z.strictObject({ kind: z.enum(["purchases", "members"]), fileName: text(300) }),
  async run({ actor, input, now, tx }) {
    const id = uuidv7();
    const fileName = safeName(input.fileName);
    await tx.sql`
      insert into import_run (merchant_id, id, kind, file_name, mapping, status, started_at, started_by)
      values (${actor.merchantId}, ${id}, ${input.kind}, ${fileName}, '{}'::jsonb, 'open', ${now.toISOString()},
        ${actorName(actor)})`;
    audit(tx, actor, now, { action: "import.open", subject: `import:${id}`, after: { file: fileName } });
    return { id };
  },
});
