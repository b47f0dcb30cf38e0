import { expect, test } from "vitest";
import { eveningShop, refusalOf } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { cancelEvent } from "./commands/cancel-event";
import { checkIn } from "./commands/check-in";
import { releasePlace } from "./commands/release-place";

const database = await testDatabase();
const { shop, cashier, as, owner, newEvent, changeEvent, member, bookOwn, balance } =
  await eveningShop(database);
const aWeekLater = { startsAt: "2026-12-10T16:00:00Z", endsAt: "2026-12-10T18:00:00Z" };

const voucherEnd = async (place: string) => {
  const [row] = await database.sql<{ ends: string }[]>`
    select expires_at as ends from redemption where merchant_id = ${shop.merchantId} and id = ${place}`;
  return row && new Date(row.ends).toISOString();
};

test("moved from 3 to 10 December: on the 10th one is let in, one gives 100 back, and called off the third has 100 again", async () => {
  const event = await newEvent(3);
  const guests = [await member(100), await member(100), await member(100)];
  const bookings = [];
  for (const id of guests) bookings.push(await bookOwn(event, id));
  await changeEvent(event, 3, aWeekLater);
  const evening = as(cashier, new Date("2026-12-10T16:05:00Z"));
  await checkIn.execute(evening, { event, code: bookings[0]?.voucher?.code ?? "" });
  await releasePlace.execute(evening, { event, place: bookings[1]?.place.id ?? "" });
  const off = cancelEvent.execute(as(shop.actor, evening.now), { event });
  expect(await off).toEqual({ places: 1, points: { returned: 100 } });
  expect(await Promise.all(guests.map(balance))).toEqual([0, 100, 100]);
});

test("moved forward from 18:00 to 12:00, the voucher ends at 12:00 too; one that was given back stays as it was", async () => {
  const event = await newEvent(2);
  const [ada, burak] = [await member(100), await member(100)];
  const { place } = await bookOwn(event, ada);
  const given = await bookOwn(event, burak);
  await releasePlace.execute(owner, { event, place: given.place.id });
  await changeEvent(event, 2, { startsAt: "2026-12-03T10:00:00Z", endsAt: "2026-12-03T12:00:00Z" });
  expect(await voucherEnd(place.id)).toBe("2026-12-03T12:00:00.000Z");
  expect(await voucherEnd(given.place.id)).toBe("2026-12-03T18:00:00.000Z");
});

test("moved by a week with one place more: whoever waited has it until the new end", async () => {
  const event = await newEvent(1);
  const [ada, burak] = [await member(100), await member(100)];
  await bookOwn(event, ada);
  const { place } = await bookOwn(event, burak);
  expect((await changeEvent(event, 2, aWeekLater)).promoted).toBe(1);
  expect(await voucherEnd(place.id)).toBe("2026-12-10T18:00:00.000Z");
  expect(await refusalOf(changeEvent(event, 1))).toBe("invalid");
});
