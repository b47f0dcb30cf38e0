import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { Problem, type ProblemCode } from "@/lib/kernel/problems";
import type { EventNews } from "@/lib/messaging/compose-event-mail";
import { queueEventMail } from "@/lib/messaging/queue-event-mail";
import { redeem } from "@/lib/rewards/redeem";
import type { EventFacts } from "./event-facts";

interface FillContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

/** What is about the one who waits. Any other refusal is the reward's (not published, out of stock), and nobody's turn goes by it. */
const theirOwn: ReadonlySet<ProblemCode> = new Set([
  "insufficient_points",
  "reward_tier",
  "reward_gated",
  "reward_limit",
  "member_not_found",
]);

/**
 * Gives free places to those who wait, in turn, each for their own points. Who cannot take it (the points are gone, the
 * tier is) is passed over with the reason, and the next one gets it. Each is told by mail. While the reward cannot be had
 * by anybody, all wait on. The event is locked.
 */
export async function fillPlaces({ tx, actor, now }: FillContext, event: EventFacts): Promise<number> {
  const { merchantId } = actor;
  if (event.status === "cancelled" || event.endsAt <= now) return 0;
  let free = event.places - event.booked;
  if (free <= 0 || event.waiting === 0) return 0;
  // Nobody's own doing: the one who made room does not spend another's points.
  const system: Actor = { kind: "system", merchantId, name: "events", transport: actor.transport };
  await tx.flush();
  const waiting = await tx.sql<{ id: string; memberId: string }[]>`
    select id, member_id as "memberId" from event_place
    where merchant_id = ${merchantId} and event_id = ${event.id} and status = 'waiting' order by turn`;
  const told: Record<
    Extract<EventNews, "event-place" | "event-passed">,
    { memberId: string; points: number }[]
  > = { "event-place": [], "event-passed": [] };
  for (const { id, memberId } of waiting) {
    if (free === 0) break;
    const { refusal, spent } = await takeFor({ tx, actor: system, now }, event, id, memberId);
    if (refusal && !theirOwn.has(refusal)) break;
    tx.last(tx.sql`
      update event_place set status = ${refusal ? "passed" : "booked"}, refusal = ${refusal},
        booked_at = ${refusal ? null : now.toISOString()}, ended_at = ${refusal ? now.toISOString() : null}
      where merchant_id = ${merchantId} and event_id = ${event.id} and id = ${id}`);
    audit(tx, system, now, {
      action: refusal ? "event.pass" : "event.promote",
      subject: `event:${event.id}`,
      after: { member: memberId, refusal },
    });
    await tx.flush();
    told[refusal ? "event-passed" : "event-place"].push({ memberId, points: spent });
    if (!refusal) free -= 1;
  }
  for (const news of ["event-place", "event-passed"] as const)
    await queueEventMail(tx, { merchantId, news, event, to: told[news], now });
  return told["event-place"].length;
}

/** The points that the place took, or the code of what stood in the way: a refusal writes nothing. */
async function takeFor(
  context: FillContext,
  evening: EventFacts,
  id: string,
  member: string,
): Promise<{ refusal: ProblemCode | null; spent: number }> {
  try {
    const { points } = await redeem(
      context,
      { id: member },
      { reward: evening.reward, quantity: 1, id },
      { evening },
    );
    return { refusal: null, spent: points.spent };
  } catch (error) {
    if (error instanceof Problem) return { refusal: error.code, spent: 0 };
    throw error;
  }
}
