import { expect, test } from "vitest";
import { eveningShop } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { eventsDue } from "./run-due";

const database = await testDatabase();

/** One has the only place, two wait with 100 points each. */
async function fullEvening() {
  const evening = await eveningShop(database);
  const event = await evening.newEvent(1);
  const [first, second, third] = [
    await evening.member(100),
    await evening.member(100),
    await evening.member(100),
  ];
  const { place } = await evening.bookOwn(event, first);
  for (const id of [second, third]) await evening.bookOwn(event, id);
  const due = (at: Date) => eventsDue({ ...evening.as(evening.shop.job, at) });
  const statuses = async () => (await evening.placesOf(event)).map(({ status }) => status);
  return { ...evening, event, first, second, third, place: place.id, due, statuses };
}

const minute = (now: Date, count: number) => new Date(now.getTime() + count * 60_000);

for (const [what, change] of [
  ["is taken out of the program", null],
  ["has a first day that is still to come", { dates: { from: "2026-12-01" } }],
  ["is out of stock", { stock: 1 }],
] as const) {
  test(`the reward ${what} when a place comes free: both wait on, and when it is back the first of them has it`, async () => {
    const { now, event, first, second, third, place, due, statuses, ...evening } = await fullEvening();
    await evening.publish(change, minute(now, -2));
    if (what === "is out of stock")
      await database.sql`
        update reward_total set given = 2 where merchant_id = ${evening.shop.merchantId} and reward = 'tasting'`;
    expect((await evening.release(event, first, place)).promoted).toBe(0);
    expect(await statuses()).toEqual(["cancelled", "waiting", "waiting"]);
    await evening.publish({}, minute(now, -1));
    expect(await due(now)).toEqual({ placesFilled: 1 });
    expect(await statuses()).toEqual(["cancelled", "booked", "waiting"]);
    expect(await Promise.all([first, second, third].map(evening.balance))).toEqual([100, 0, 100]);
  });
}
