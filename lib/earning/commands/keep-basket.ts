import { z } from "zod";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { parseInput } from "@/lib/access/parse-input";
import { text } from "@/lib/kernel/fields";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem } from "@/lib/kernel/problems";
import { previewSchema } from "../schemas";

/** Each is decided twice whenever the page is opened. */
const most = 40;

/** Keeps a basket, to see at every change of the rules what it would earn. */
export const keepBasket = defineCommand({
  name: "basket.keep",
  permission: "program.edit",
  input: z.strictObject({ name: text(80), basket: z.record(z.string(), z.unknown()) }),
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    // Kept as it was sent: what the schema makes of it is not what it takes.
    parseInput(z.strictObject({ basket: previewSchema }), { basket: input.basket });
    await tx.sql`select id from merchant where id = ${merchantId} for no key update`;
    const [kept] = await tx.sql<{ count: number; taken: boolean }[]>`
      select count(*)::int as count, coalesce(bool_or(name = ${input.name}), false) as taken
      from kept_basket where merchant_id = ${merchantId}`;
    if (kept?.taken) throw fieldProblem("name", "basket_name");
    if ((kept?.count ?? 0) >= most) throw fieldProblem("name", "basket_most", { most });
    const id = uuidv7();
    await tx.sql`
      insert into kept_basket (merchant_id, id, name, basket, kept_by, kept_at)
      values (${merchantId}, ${id}, ${input.name}, ${JSON.stringify(input.basket)}::text::jsonb, ${actorName(actor)},
        ${now.toISOString()})`;
    audit(tx, actor, now, { action: "basket.keep", subject: `basket:${id}`, after: { name: input.name } });
    return { id };
  },
});
