import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { id } from "@/lib/kernel/fields";
import { fieldProblem } from "@/lib/kernel/problems";
import { lockImport, refuseWhileBusy } from "../lock-import";

/** A mapping is a page of text; what is larger is none. */
const mostCharacters = 200_000;

/** Keeps what the columns of a sent file mean, finished or not: whoever comes back finds it as it was left. */
export const chooseColumns = defineCommand({
  name: "import.choose-columns",
  permission: "import.run",
  input: z.strictObject({
    id: id(),
    kind: z.enum(["purchases", "members"]),
    mapping: z.record(z.string(), z.unknown()),
  }),
  async run({ actor, input, tx }) {
    const { merchantId } = actor;
    const mapping = JSON.stringify(input.mapping);
    if (mapping.length > mostCharacters || mapping.includes("\\u0000"))
      throw fieldProblem("mapping", "too_big.string", { maximum: mostCharacters });
    refuseWhileBusy(await lockImport(tx, merchantId, input.id), ["open"]);
    // What was tried with other columns says nothing about these.
    await tx.sql`
      update import_run set kind = ${input.kind}, mapping = ${mapping}::text::jsonb, failure = null,
        checked = case when mapping = ${mapping}::text::jsonb and kind = ${input.kind} then checked end
      where merchant_id = ${merchantId} and id = ${input.id}`;
    return {};
  },
});
