import type { Tx } from "@/db/client";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { programContent } from "@/lib/program/program-content";
import { lockEvent, refuseEnded } from "../event-facts";
import { fillPlaces } from "../fill-places";
import { type EventInput, eventSchema } from "../schemas";

/** Offers an evening, or changes one that is not over. More places go to those who wait. */
export const saveEvent = defineCommand({
  name: "event.save",
  permission: "events.manage",
  input: eventSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const id = input.id ?? uuidv7();
    const before = input.id ? await lockEvent(tx, merchantId, input.id) : null;
    if (before) refuseEnded(before, now);
    if (input.endsAt <= now) throw fieldProblem("endsAt", "event.past");
    if (before && input.places < before.booked)
      throw fieldProblem("places", "event.booked", { booked: before.booked });
    if (before && before.reward !== input.reward) throw fieldProblem("reward", "event.reward_stays");
    await requireExperience(tx, merchantId, now, input);
    const { reward, name, place, places, waitingList } = input;
    const [startsAt, endsAt] = [input.startsAt.toISOString(), input.endsAt.toISOString()];
    await tx.sql`
      insert into event (merchant_id, id, reward, name, place, starts_at, ends_at, places, waiting_list, created_at, created_by)
      values (${merchantId}, ${id}, ${reward}, ${name}, ${place}, ${startsAt}, ${endsAt}, ${places}, ${waitingList},
        ${now.toISOString()}, ${actorName(actor)})
      on conflict (merchant_id, id) do update set name = excluded.name, place = excluded.place, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, places = excluded.places, waiting_list = excluded.waiting_list`;
    audit(tx, actor, now, { action: "event.save", subject: `event:${id}`, before, after: input });
    const promoted = await fillPlaces({ tx, actor, now }, await lockEvent(tx, merchantId, id));
    return { event: { id }, promoted };
  },
});

async function requireExperience(tx: Tx, merchantId: number, now: Date, { reward }: EventInput) {
  const [row] = await tx.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} and effective_from <= ${now.toISOString()}
    order by effective_from desc, version desc limit 1`;
  if (!row) throw new Problem("program_not_published");
  const program = await programContent(tx, merchantId, row.version);
  const found = program.rewards.find((one) => one.key === reward);
  if (found?.gives.kind !== "experience") throw fieldProblem("reward", "event.no_experience");
}
