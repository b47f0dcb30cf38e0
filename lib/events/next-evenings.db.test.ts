import { expect, test } from "vitest";
import { eveningShop } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { listOwnRewards } from "@/lib/rewards/queries/list-own-rewards";
import { cancelEvent } from "./commands/cancel-event";

const database = await testDatabase();

const third = "2026-12-03T16:00:00.000Z";
const tenth = { startsAt: "2026-12-10T16:00:00.000Z", endsAt: "2026-12-10T18:00:00.000Z" };

async function open() {
  const evening = await eveningShop(database);
  const id = await evening.member(100);
  const next = async (at = evening.now) => {
    const { offers } = await listOwnRewards.execute(evening.as(evening.shop.member(id), at), {
      locale: "en",
    });
    return Object.fromEntries(offers.map(({ key, evening: one }) => [key, one]));
  };
  return { ...evening, id, next };
}

test("the catalogue knows the evening that begins next: of 2 places one is left, at 16:00 it is that of the 10th; a tote has none", async () => {
  const { newEvent, bookOwn, id, next } = await open();
  expect(await next()).toEqual({ tasting: null, tote: null });
  const later = { startsAt: tenth.startsAt, free: 5, waiting: 0, waitingList: false };
  await newEvent(5, { ...tenth, waitingList: false });
  expect(await next()).toEqual({ tasting: later, tote: null });
  const event = await newEvent(2);
  await bookOwn(event, id);
  const sooner = { startsAt: third, free: 1, waiting: 0, waitingList: true };
  expect(await next(new Date("2026-12-03T15:59:00Z"))).toEqual({ tasting: sooner, tote: null });
  expect(await next(new Date(third))).toEqual({ tasting: later, tote: null });
});

test("one place and two who wait: none is left; called off, none is planned; another shop's is not seen", async () => {
  const { newEvent, member, bookOwn, next, owner } = await open();
  const event = await newEvent(1);
  for (const guest of [await member(100), await member(100), await member(100)]) await bookOwn(event, guest);
  expect((await next()).tasting).toEqual({ startsAt: third, free: 0, waiting: 2, waitingList: true });
  expect((await (await open()).next()).tasting).toBeNull();
  await cancelEvent.execute(owner, { event });
  expect((await next()).tasting).toBeNull();
});
