import { expect, test } from "vitest";
import { eveningShop, refusalOf } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { testMerchant } from "@/db/testing/test-merchant";
import { spendPoints } from "@/lib/points/commands/spend-points";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { bookPlace } from "./commands/book-place";
import { cancelEvent } from "./commands/cancel-event";
import { checkIn } from "./commands/check-in";

const database = await testDatabase();
const { shop, now, cashier, as, owner, newEvent, changeEvent, member, bookOwn, release, balance, placesOf } =
  await eveningShop(database);
const other = await testMerchant(database, {});

test("fifty at once for 20 places: 20 have one and paid 100, 30 wait in turn and kept theirs", async () => {
  const event = await newEvent(20);
  const members = await Promise.all(Array.from({ length: 50 }, () => member(100)));
  const bookings = await Promise.all(members.map((id) => bookOwn(event, id)));
  expect(bookings.filter(({ place }) => place.status === "booked")).toHaveLength(20);
  expect(bookings.filter(({ place }) => place.status === "waiting")).toHaveLength(30);
  const balances = await Promise.all(members.map(balance));
  expect([
    balances.filter((left) => left === 0).length,
    balances.filter((left) => left === 100).length,
  ]).toEqual([20, 30]);
});

test("the last place goes to one of two; without a waiting list the other is told and keeps their points", async () => {
  const event = await newEvent(1, { waitingList: false });
  const members = [await member(100), await member(100)];
  const answers = await Promise.all(members.map((id) => refusalOf(bookOwn(event, id))));
  expect(answers.sort()).toEqual(["event_full", "not refused"]);
  expect((await Promise.all(members.map(balance))).sort()).toEqual([0, 100]);
});

test("pressed ten times at once it is one place and 100 points", async () => {
  const [event, id] = [await newEvent(5), await member(1000)];
  const answers = await Promise.all(Array.from({ length: 10 }, () => bookOwn(event, id)));
  expect(new Set(answers.map(({ place }) => place.id)).size).toBe(1);
  expect(await balance(id)).toBe(900);
});

test("without the points a free place is refused in words", async () => {
  expect(await refusalOf(bookOwn(await newEvent(5), await member(99)))).toBe("insufficient_points");
});

test("somebody cancels: their 100 come back, the first who waits pays and has the place", async () => {
  const event = await newEvent(1);
  const [first, second, third] = [await member(100), await member(100), await member(100)];
  const { place } = await bookOwn(event, first);
  for (const id of [second, third]) expect((await bookOwn(event, id)).place.status).toBe("waiting");
  expect(await release(event, first, place.id)).toEqual({ points: { returned: 100 }, promoted: 1 });
  expect(await Promise.all([first, second, third].map(balance))).toEqual([100, 0, 100]);
  expect((await placesOf(event)).map(({ status }) => status)).toEqual(["cancelled", "booked", "waiting"]);
});

test("whoever waited and has spent the points is passed over, with the reason, and the next one gets the place", async () => {
  const event = await newEvent(1);
  const [first, second, third] = [await member(100), await member(100), await member(100)];
  const { place } = await bookOwn(event, first);
  for (const id of [second, third]) await bookOwn(event, id);
  await spendPoints.execute(owner, { member: { id: second }, points: 50, reference: "Cake" });
  await release(event, first, place.id);
  expect(await placesOf(event)).toMatchObject([
    { status: "cancelled" },
    { memberId: second, status: "passed", refusal: "insufficient_points" },
    { memberId: third, status: "booked" },
  ]);
  expect(await balance(second)).toBe(50);
});

test("ten cancel at once while ten wait: ten places, ten people in them, nobody paid twice", async () => {
  const event = await newEvent(10);
  const members = await Promise.all(Array.from({ length: 20 }, () => member(100)));
  const bookings: { id: string; place: string; status: string }[] = [];
  for (const id of members) {
    const { place } = await bookOwn(event, id);
    bookings.push({ id, place: place.id, status: place.status });
  }
  await Promise.all(bookings.slice(0, 10).map(({ id, place }) => release(event, id, place)));
  const statuses = (await placesOf(event)).map(({ status }) => status);
  expect(statuses).toEqual([...Array(10).fill("cancelled"), ...Array(10).fill("booked")]);
  const balances = await Promise.all(members.map(balance));
  expect(balances).toEqual([...Array(10).fill(100), ...Array(10).fill(0)]);
});

test("at the door: by code once, by name once, and nobody without a place", async () => {
  const event = await newEvent(5);
  const [ada, ece] = [await member(100), await member(100)];
  const { voucher } = await bookOwn(event, ada);
  const { place } = await bookPlace.execute(as(cashier), { event, member: ece });
  const evening = as(cashier, new Date("2026-12-03T16:05:00Z"));
  const byCode = { event, code: voucher?.code ?? "" };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => refusalOf(checkIn.execute(evening, byCode))),
  );
  expect(answers.filter((answer) => answer === "not refused")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "already_checked_in")).toHaveLength(4);
  await checkIn.execute(evening, { event, place: place.id });
  expect(await refusalOf(checkIn.execute(evening, { event, place: place.id }))).toBe("already_checked_in");
  expect(await refusalOf(checkIn.execute(evening, { event, code: "BCDF GHJK MNPQ" }))).toBe("event_no_place");
});

test("called off: all points come back and nobody can book", async () => {
  const event = await newEvent(2);
  const members = [await member(100), await member(100), await member(100)];
  for (const id of members) await bookOwn(event, id);
  expect(await cancelEvent.execute(owner, { event })).toEqual({ places: 2, points: { returned: 200 } });
  expect(await Promise.all(members.map(balance))).toEqual([100, 100, 100]);
  expect(await refusalOf(bookOwn(event, await member(100)))).toBe("event_cancelled");
});

test("more places: those who wait get them; fewer than are taken are refused", async () => {
  const event = await newEvent(1);
  for (const id of [await member(100), await member(100)]) await bookOwn(event, id);
  expect((await changeEvent(event, 2)).promoted).toBe(1);
  expect(await refusalOf(changeEvent(event, 1))).toBe("invalid");
});

test("a tote is no evening; a cashier offers none; another shop's event is nothing", async () => {
  expect(await refusalOf(newEvent(5, { reward: "tote" }))).toBe("invalid");
  const event = await newEvent(5);
  const calling = cancelEvent.execute(as(cashier), { event });
  expect(await refusalOf(calling)).toBe("forbidden");
  const foreign = bookPlace.execute(
    { actor: other.actor, now, database },
    { event, member: await member(100) },
  );
  expect(await refusalOf(foreign)).toBe("not_found");
});

test("after all of it every balance, lot and day total holds", async () => {
  expect(await verifyLedger.execute({ actor: shop.job, now, database }, {})).toMatchObject({
    differences: [],
  });
});
