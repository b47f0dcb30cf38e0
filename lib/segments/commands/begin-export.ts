import { z } from "zod";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { chosenSchema, memberFilterSchema } from "../schemas";

/** Notes who takes members out of the shop as a file, and which: before the first of them is sent. */
export const beginExport = defineCommand({
  name: "members.export",
  permission: "members.export",
  input: z.strictObject({ filter: memberFilterSchema.default({}), members: chosenSchema.optional() }),
  async run({ actor, input, now, tx }) {
    const { filter, members } = input;
    // A filter may name somebody: who is erased must not stay in the log by what they were looked for.
    const { search, note, ...conditions } = filter;
    audit(tx, actor, now, {
      action: "member.export-list",
      after: {
        ...conditions,
        ...(search || note ? { text: true } : {}),
        ...(members ? { members: members.length } : {}),
      },
    });
    return {};
  },
});
