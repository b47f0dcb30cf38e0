import type { Tx } from "@/db/client";
import { actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { defineCommand } from "@/lib/access/define-command";
import { uuidv7 } from "@/lib/kernel/ids";
import { fieldProblem, Problem } from "@/lib/kernel/problems";
import { queueEventMail } from "@/lib/messaging/queue-event-mail";
import { programContent } from "@/lib/program/program-content";
import { type EventFacts, lockEvent, refuseEnded } from "../event-facts";
import { fillPlaces } from "../fill-places";
import { type Evening, eventSchema } from "../schemas";

/**
 * Offers an evening, or changes one that is not over. More places go to those who wait. Who has a place or waits goes with
 * an evening that moves, and is told.
 */
export const saveEvent = defineCommand({
  name: "event.save",
  permission: "events.manage",
  input: eventSchema,
  async run({ actor, input, now, tx }) {
    const { merchantId } = actor;
    const before = "id" in input ? await lockEvent(tx, merchantId, input.id) : null;
    if (before) refuseEnded(before, now);
    const id = before?.id ?? uuidv7();
    // What is not said stays as it is, whoever changed it last.
    const after = { ...before, ...input } as Evening;
    const { reward, name, place, places, waitingList } = after;
    if (after.endsAt <= after.startsAt) throw fieldProblem("endsAt", "event.ends");
    if (after.endsAt <= now) throw fieldProblem("endsAt", "event.past");
    if (before && places < before.booked)
      throw fieldProblem("places", "event.booked", { booked: before.booked });
    if (before && before.reward !== reward) throw fieldProblem("reward", "event.reward_stays");
    await requireExperience(tx, merchantId, now, after);
    const [startsAt, endsAt] = [after.startsAt.toISOString(), after.endsAt.toISOString()];
    await tx.sql`
      insert into event (merchant_id, id, reward, name, place, starts_at, ends_at, places, waiting_list, created_at, created_by)
      values (${merchantId}, ${id}, ${reward}, ${name}, ${place}, ${startsAt}, ${endsAt}, ${places}, ${waitingList},
        ${now.toISOString()}, ${actorName(actor)})
      on conflict (merchant_id, id) do update set name = excluded.name, place = excluded.place, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, places = excluded.places, waiting_list = excluded.waiting_list`;
    audit(tx, actor, now, { action: "event.save", subject: `event:${id}`, before, after: input });
    const held = before ? await holders(tx, merchantId, id) : [];
    const event = await lockEvent(tx, merchantId, id);
    const promoted = await fillPlaces({ tx, actor, now }, event);
    if (before) await move({ tx, merchantId, now }, before, event, held);
    return { event: { id }, promoted };
  },
});

interface Holder {
  id: string;
  memberId: string;
  status: "booked" | "waiting";
}

/** Who has a place and did not come yet, and who waits. */
const holders = (tx: Tx, merchantId: number, event: string) => tx.sql<Holder[]>`
  select p.id, p.member_id as "memberId", p.status from event_place p
  left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
  where p.merchant_id = ${merchantId} and p.event_id = ${event} and p.checked_in_at is null
    and (p.status = 'waiting' or (p.status = 'booked' and r.status = 'open'))`;

/**
 * What was taken with a place, moved with it: its voucher is good until the evening is over. After the members whom filling
 * places has locked, as everywhere. Who was told just now that a place is theirs, or went on, knows the new time by that.
 */
async function move(
  { tx, merchantId, now }: { tx: Tx; merchantId: number; now: Date },
  before: EventFacts,
  event: EventFacts,
  held: readonly Holder[],
): Promise<void> {
  await tx.sql`
    update redemption r set expires_at = ${event.endsAt.toISOString()} from event_place p
    where p.merchant_id = ${merchantId} and p.event_id = ${event.id} and p.status = 'booked'
      and r.merchant_id = ${merchantId} and r.id = p.id and r.status = 'open'`;
  if (before.startsAt.getTime() === event.startsAt.getTime() && before.place === event.place) return;
  const still = new Set((await holders(tx, merchantId, event.id)).map(({ id, status }) => `${id} ${status}`));
  const to = held.filter(({ id, status }) => still.has(`${id} ${status}`));
  await queueEventMail(tx, {
    merchantId,
    news: "event-moved",
    event,
    to: to.map(({ memberId }) => ({ memberId, points: 0 })),
    now,
  });
}

async function requireExperience(tx: Tx, merchantId: number, now: Date, { reward }: Evening) {
  const [row] = await tx.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} and effective_from <= ${now.toISOString()}
    order by effective_from desc, version desc limit 1`;
  if (!row) throw new Problem("program_not_published");
  const program = await programContent(tx, merchantId, row.version);
  const found = program.rewards.find((one) => one.key === reward);
  if (found?.gives.kind !== "experience") throw fieldProblem("reward", "event.no_experience");
}
