import { defineQuery } from "@/lib/access/define-query";
import { Problem } from "@/lib/kernel/problems";
import { eventIdSchema } from "../schemas";
import type { ListedEvent } from "./list-events";

export interface DoorPlace {
  id: string;
  memberId: string;
  name: string | null;
  card: string;
  phone: string | null;
  status: "booked" | "waiting";
  /** Of the voucher that lets them in. */
  code: string | null;
  checkedInAt: string | null;
}

/** Who has a place at an event, by name, and who waits, in turn. */
export const getDoorList = defineQuery({
  name: "event.door-list",
  permission: "events.read",
  input: eventIdSchema,
  async run({ actor, input, database }): Promise<{
    event: Omit<ListedEvent, "booked" | "waiting" | "checkedIn">;
    booked: DoorPlace[];
    waiting: DoorPlace[];
  }> {
    const { merchantId } = actor;
    const [[event], places] = await Promise.all([
      database.sql<Omit<ListedEvent, "booked" | "waiting" | "checkedIn">[]>`
        select id, reward, name, place, starts_at as "startsAt", ends_at as "endsAt", places,
          waiting_list as "waitingList", status
        from event where merchant_id = ${merchantId} and id = ${input.event}`,
      database.sql<DoorPlace[]>`
        select p.id, p.member_id as "memberId", m.name, m.card_number as card, m.phone, p.status, r.code,
          p.checked_in_at as "checkedInAt"
        from event_place p join member m on m.merchant_id = ${merchantId} and m.id = p.member_id
        left join redemption r on r.merchant_id = ${merchantId} and r.id = p.id
        where p.merchant_id = ${merchantId} and p.event_id = ${input.event}
          and (p.status = 'waiting' or (p.status = 'booked' and r.status <> 'cancelled'))
        order by p.status, case when p.status = 'booked' then m.name_key end nulls last, p.turn`,
    ]);
    if (!event) throw new Problem("not_found");
    const listed = places.map((place) => ({
      ...place,
      checkedInAt: place.checkedInAt && new Date(place.checkedInAt).toISOString(),
    }));
    return {
      event: {
        ...event,
        startsAt: new Date(event.startsAt).toISOString(),
        endsAt: new Date(event.endsAt).toISOString(),
      },
      booked: listed.filter(({ status }) => status === "booked"),
      waiting: listed.filter(({ status }) => status === "waiting"),
    };
  },
});
