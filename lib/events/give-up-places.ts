import type { Tx } from "@/db/client";

interface Leaving {
  merchantId: number;
  memberId: string;
}

/** Locks the evenings at which whoever leaves has a place or waits: before any member, as everywhere, and all in one order. */
export async function lockOwnEvents(
  { sql }: Pick<Tx, "sql">,
  { merchantId, memberId }: Leaving,
): Promise<void> {
  await sql`
    select e.id from event e where e.merchant_id = ${merchantId} and e.id in (
      select p.event_id from event_place p
      where p.merchant_id = ${merchantId} and p.member_id = ${memberId} and p.status in ('booked', 'waiting'))
    order by e.id for update`;
}

/** Places of whoever leaves are free again, for those who wait to have by what falls due next; where they came in, they did. */
export async function giveUpPlaces(
  { sql }: Pick<Tx, "sql">,
  { merchantId, memberId, now }: Leaving & { now: Date },
): Promise<void> {
  await sql`
    update event_place set status = 'cancelled', ended_at = ${now.toISOString()}
    where merchant_id = ${merchantId} and member_id = ${memberId} and status in ('booked', 'waiting') and checked_in_at is null
      and event_id in (select e.id from event e where e.merchant_id = ${merchantId} and e.ends_at > ${now.toISOString()})`;
}
