import type { Database } from "@/db/client";
import type { StaffActor } from "@/lib/access/actor";
import { bookPlace } from "@/lib/events/commands/book-place";
import { saveEvent } from "@/lib/events/commands/save-event";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { unlessRefused } from "./as-far-as-allowed";

interface Seeding {
  database: Database;
  /** The owner. */
  actor: StaffActor;
  now: Date;
}

const zone = "Europe/Istanbul";

/** Two tastings to come: one with places left, and a small one that is full, with somebody waiting. */
export async function seedEvenings(seeding: Seeding): Promise<void> {
  const { database, actor, now } = seeding;
  const evening = async (inDays: number, name: string, places: number) => {
    const day = addDays(localDate(now, zone), inDays);
    const { event } = await saveEvent.execute(seeding, {
      reward: "tasting",
      name,
      place: "The roastery, Moda",
      startsAt: `${day}T19:00:00+03:00`,
      endsAt: `${day}T20:30:00+03:00`,
      places,
      waitingList: true,
    });
    return event.id;
  };
  const spring = await evening(9, "Coffees of the south", 12);
  const small = await evening(16, "The espresso table", 3);
  // By what they have bought: the same every time, and able to pay.
  const regulars = await database.sql<{ id: string }[]>`
    select id from member where merchant_id = ${actor.merchantId} and status = 'active'
    order by balance desc, card_number limit 9`;
  for (const [index, { id }] of regulars.entries()) {
    for (const event of index < 4 ? [spring, small] : [spring]) {
      // Whoever has too few points for a second evening stays at home.
      await unlessRefused(() => bookPlace.execute(seeding, { event, member: id }));
    }
  }
}
