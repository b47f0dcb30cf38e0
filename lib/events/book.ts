import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { redeem } from "@/lib/rewards/redeem";
import { nextPlace } from "./domain/places";
import { type EventFacts, lockEvent, refuseEnded } from "./event-facts";
import { fillPlaces } from "./fill-places";

interface BookContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

export interface Booking {
  place: { id: string; status: "booked" | "waiting" };
  voucher: { code: string; expiresAt: string | null } | null;
  points: { spent: number };
}

/** A place for its price in points, or the end of the waiting list. Asked again it is answered as it stands. */
export async function book(context: BookContext, event: string, member: string): Promise<Booking> {
  const { tx, actor, now } = context;
  const { merchantId } = actor;
  let facts = await lockEvent(tx, merchantId, event);
  refuseEnded(facts, now);
  const known = await heldPlace(tx, merchantId, event, member);
  if (known) return known;
  // Whoever waits goes first: a place may have come free with a guest who left the program.
  if (facts.waiting > 0 && facts.booked < facts.places) {
    await fillPlaces(context, facts);
    facts = await lockEvent(tx, merchantId, event);
  }
  const status = nextPlace(facts);
  if (status === "full") throw new Problem("event_full");
  const id = uuidv7();
  const taken = status === "booked" ? await takePlace(context, facts, id, member) : null;
  if (status === "waiting") await requireMember(tx, merchantId, member);
  tx.last(tx.sql`
    insert into event_place (merchant_id, event_id, id, member_id, status, turn, requested_at, booked_at)
    values (${merchantId}, ${event}, ${id}, ${member}, ${status}, ${facts.nextTurn}, ${now.toISOString()},
      ${taken && now.toISOString()})`);
  audit(tx, actor, now, {
    action: `event.${status === "booked" ? "book" : "wait"}`,
    subject: `event:${event}`,
    after: { member },
  });
  return {
    place: { id, status },
    voucher: taken?.voucher ?? null,
    points: { spent: taken?.points.spent ?? 0 },
  };
}

/** Redeems the event's reward; the voucher is good until the event is over, whatever the reward says of others. */
export const takePlace = (context: BookContext, evening: EventFacts, id: string, member: string) =>
  redeem(context, { id: member }, { reward: evening.reward, quantity: 1, id }, { evening });

/** A member who cannot be found has no points that would say so: they would only wait. */
async function requireMember(tx: Tx, merchantId: number, member: string): Promise<void> {
  const [row] = await tx.sql`
    select id from member where merchant_id = ${merchantId} and id = ${member} and status = 'active'`;
  if (!row) throw new Problem("member_not_found", { fields: [{ path: "member", code: "member_not_found" }] });
}

async function heldPlace(tx: Tx, merchantId: number, event: string, member: string): Promise<Booking | null> {
  const [row] = await tx.sql<
    {
      id: string;
      status: "booked" | "waiting";
      gone: boolean;
      code: string | null;
      expiresAt: string | null;
      points: number;
    }[]
  >`
    select p.id, p.status, coalesce(r.status = 'cancelled', false) as gone, r.code, r.expires_at as "expiresAt",
      coalesce(r.points, 0) as points
    from event_place p left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
    where p.merchant_id = ${merchantId} and p.event_id = ${event} and p.member_id = ${member}
      and p.status in ('booked', 'waiting')`;
  if (!row) return null;
  if (row.gone) {
    // Taken back by its voucher, when places did not yet end with that.
    await tx.sql`
      update event_place set status = 'cancelled'
      where merchant_id = ${merchantId} and event_id = ${event} and id = ${row.id}`;
    return null;
  }
  const { id, status, code, expiresAt, points } = row;
  const voucher = code === null ? null : { code, expiresAt: expiresAt && new Date(expiresAt).toISOString() };
  return { place: { id, status }, voucher, points: { spent: points } };
}
