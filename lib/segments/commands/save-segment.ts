import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { segmentSchema } from "../schemas";

/** Keeps a filter under a name, for everybody of the shop; one of that name is replaced. */
export const saveSegment = defineCommand({
  name: "segment.save",
  permission: "segments.edit",
  input: segmentSchema,
  async run({ actor, input, now, tx }) {
    const { name, filter } = input;
    const [kept] = await tx.sql<{ id: string; replaced: boolean }[]>`
      insert into segment (merchant_id, id, name, filter, created_by, created_at)
      values (${actor.merchantId}, ${uuidv7()}, ${name}, ${JSON.stringify(filter)}::text::jsonb, ${actorName(actor)}, ${now.toISOString()})
      on conflict (merchant_id, name) do update set filter = excluded.filter
      returning id, (xmax <> 0) as replaced`;
    if (!kept) throw new Error("the segment was not kept");
    audit(tx, actor, now, { action: "segment.save", subject: `segment:${kept.id}`, after: { name, filter } });
    return kept;
  },
});
