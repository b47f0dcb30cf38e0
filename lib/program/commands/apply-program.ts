import { z } from "zod";
import { defineCommand } from "@/lib/access/define-command";
import { instant, text } from "@/lib/kernel/fields";
import { comparePrograms } from "../domain/compare-programs";
import { keepPictures } from "../keep-pictures";
import { lockLatest, publish } from "../publish";
import { refuseNeverGiven } from "../refuse-never-given";
import { programSchema } from "../schemas";

/** Publishes a whole program, unless it is what is published already. */
export const applyProgram = defineCommand({
  name: "program.apply",
  permission: "program.publish",
  input: z.strictObject({
    content: programSchema,
    note: text(500).optional(),
    /** Since when it is in force: for purchases of before that are still to be imported. */
    from: instant().optional(),
  }),
  async run({ actor, input, now, tx }) {
    const latest = await lockLatest(tx, actor.merchantId);
    const content = await keepPictures({ tx, actor, now }, input.content);
    const inForce = !input.from || (latest && latest.effectiveFrom <= input.from);
    // The same that the command line shows: what it calls a change is published, and nothing else is.
    if (latest && inForce && comparePrograms(programSchema.parse(latest.content), content).length === 0) {
      return { version: latest.version, changed: false };
    }
    refuseNeverGiven(content);
    const { version } = await publish({ tx, actor, now }, { ...input, content });
    return { version, changed: true };
  },
});
