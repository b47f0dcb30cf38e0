import type { Database } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { bookOwnPlace } from "@/lib/events/commands/book-own-place";
import { releaseOwnPlace } from "@/lib/events/commands/release-own-place";
import { saveEvent } from "@/lib/events/commands/save-event";
import { Problem } from "@/lib/kernel/problems";
import { adjustPoints } from "@/lib/points/commands/adjust-points";
import { applyProgram } from "@/lib/program/commands/apply-program";
import type { ProgramInput } from "@/lib/program/schemas";
import { testMember } from "./test-member";
import { testMerchant } from "./test-merchant";

const tasting = {
  key: "tasting",
  name: "A tasting evening",
  gives: { kind: "experience" as const },
  price: { kind: "points" as const, points: 100 },
};
const tote = {
  key: "tote",
  name: "Tote",
  gives: { kind: "product" as const },
  price: { kind: "points" as const, points: 10 },
};

/** A shop with evenings for 100 points, on 3 December from 16:00 to 18:00 UTC; `now` is 20 November. */
export async function eveningShop(database: Database) {
  const now = new Date("2026-11-20T09:00:00Z");
  const program: ProgramInput = { rewards: [tasting, tote] };
  const shop = await testMerchant(database, { program });
  const cashier = await shop.staff("cashier");
  const { merchantId } = shop;
  const as = (actor: Actor, at = now) => ({ actor, now: at, database });
  const owner = as(shop.actor);

  const evening = {
    reward: "tasting",
    name: "Beans of Ethiopia",
    place: "At the bar",
    startsAt: "2026-12-03T16:00:00Z",
    endsAt: "2026-12-03T18:00:00Z",
    waitingList: true,
  };
  const newEvent = async (places: number, more: object = {}) => {
    const { event } = await saveEvent.execute(owner, { ...evening, places, ...more });
    return event.id;
  };
  const changeEvent = (id: string, places: number, more: object = {}) =>
    saveEvent.execute(owner, { ...evening, id, places, ...more });

  const member = async (points: number) => {
    const { id } = await testMember(database, shop);
    if (points > 0) await adjustPoints.execute(owner, { member: { id }, points, reason: "Opening balance" });
    return id;
  };
  const bookOwn = (event: string, id: string) => bookOwnPlace.execute(as(shop.member(id)), { event });
  const release = (event: string, id: string, place: string) =>
    releaseOwnPlace.execute(as(shop.member(id)), { event, place });

  const balance = async (id: string) => {
    const [row] = await database.sql<{ balance: number }[]>`
      select balance from member where merchant_id = ${merchantId} and id = ${id}`;
    return row?.balance;
  };
  const placesOf = (event: string) => database.sql<
    { memberId: string; status: string; refusal: string | null }[]
  >`
    select member_id as "memberId", status, refusal from event_place
    where merchant_id = ${merchantId} and event_id = ${event} order by turn`;
  /** The evening's reward with something else about it, or gone from the program. */
  const publish = (change: object | null, at = now) =>
    applyProgram.execute(as(shop.actor, at), {
      content: { rewards: change ? [{ ...tasting, ...change }, tote] : [tote] },
    });

  return {
    shop,
    now,
    cashier,
    as,
    owner,
    newEvent,
    changeEvent,
    member,
    bookOwn,
    release,
    balance,
    placesOf,
    publish,
  };
}

/** The code of the problem by which something is refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const refused = await attempt.catch((error: unknown) => error);
  return refused instanceof Problem ? refused.code : "not refused";
}
