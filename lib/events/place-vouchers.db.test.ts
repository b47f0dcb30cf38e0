import { expect, test } from "vitest";
import { eveningShop, refusalOf } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { cancelOwnRedemption } from "@/lib/rewards/commands/cancel-own-redemption";
import { cancelRedemption } from "@/lib/rewards/commands/cancel-redemption";
import { redeemOwnReward } from "@/lib/rewards/commands/redeem-own-reward";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { useVoucher } from "@/lib/rewards/commands/use-voucher";
import { listOwnRewards } from "@/lib/rewards/queries/list-own-rewards";
import { listOwnVouchers } from "@/lib/rewards/queries/list-own-vouchers";
import { bookPlace } from "./commands/book-place";
import { checkIn } from "./commands/check-in";

const database = await testDatabase();
const { shop, now, cashier, as, newEvent, member, bookOwn, balance, placesOf } = await eveningShop(database);
const begun = new Date("2026-12-03T17:00:00Z");

const giveBack = (id: string, redemption: string, at: Date) =>
  cancelOwnRedemption.execute(as(shop.member(id), at), { redemption });

test("an hour after the beginning nobody gets 100 points back by the wallet; before it they do, and staff may be lenient after it", async () => {
  const event = await newEvent(3);
  const [early, late] = [await member(100), await member(100)];
  const before = await bookOwn(event, early);
  const after = await bookOwn(event, late);
  expect((await giveBack(early, before.place.id, now)).points.returned).toBe(100);
  expect(await refusalOf(giveBack(late, after.place.id, begun))).toBe("event_begun");
  expect(await balance(late)).toBe(0);
  const { points } = await cancelRedemption.execute(as(cashier, begun), { redemption: after.place.id });
  expect(points.returned).toBe(100);
});

test("given back by the wallet, and then by the API: each time the next who waits pays 100 and has the place at once; whoever asks now waits", async () => {
  const event = await newEvent(1);
  const [first, second, third, fourth] = [
    await member(100),
    await member(100),
    await member(100),
    await member(100),
  ];
  const { place } = await bookOwn(event, first);
  const next = await bookOwn(event, second);
  await bookOwn(event, third);
  const statuses = async () => (await placesOf(event)).map(({ status }) => status);
  await giveBack(first, place.id, now);
  expect(await statuses()).toEqual(["cancelled", "booked", "waiting"]);
  const { points } = await cancelRedemption.execute(as(cashier), { redemption: next.place.id });
  expect(points).toEqual({ returned: 100, expired: 0, balance: 100 });
  expect(await statuses()).toEqual(["cancelled", "cancelled", "booked"]);
  expect(await Promise.all([first, second, third].map(balance))).toEqual([100, 100, 0]);
  expect((await bookOwn(event, fourth)).place.status).toBe("waiting");
});

test("ten give back their places by the wallet at once: the ten who wait have them, nobody twice", async () => {
  const event = await newEvent(10);
  const guests = await Promise.all(Array.from({ length: 10 }, () => member(100)));
  const bookings = await Promise.all(guests.map((id) => bookOwn(event, id)));
  const waiting = await Promise.all(Array.from({ length: 10 }, () => member(100)));
  for (const id of waiting) await bookOwn(event, id);
  await Promise.all(guests.map((id, index) => giveBack(id, bookings[index]?.place.id ?? "", now)));
  expect(await Promise.all([...guests, ...waiting].map(balance))).toEqual([
    ...Array(10).fill(100),
    ...Array(10).fill(0),
  ]);
});

test("the wallet knows when a place's evening begins, and from that minute on that it cannot be given back; a tote is at no evening", async () => {
  const [event, id] = [await newEvent(1), await member(110)];
  await bookOwn(event, id);
  await redeemOwnReward.execute(as(shop.member(id)), { reward: "tote" });
  const wallet = async (at: string) => {
    const { open } = await listOwnVouchers.execute(as(shop.member(id), new Date(at)), { locale: "en" });
    return Object.fromEntries(open.map(({ reward, evening }) => [reward, evening]));
  };
  const startsAt = "2026-12-03T16:00:00.000Z";
  expect(await wallet("2026-12-03T15:59:00Z")).toEqual({ tasting: { startsAt, begun: false }, tote: null });
  expect(await wallet("2026-12-03T16:00:00Z")).toEqual({ tasting: { startsAt, begun: true }, tote: null });
});

test("scanned at the till a place's voucher is refused, with the evening's name, and lets its owner in at the door", async () => {
  const event = await newEvent(1);
  const { voucher } = await bookOwn(event, await member(100));
  const code = voucher?.code ?? "";
  await expect(useVoucher.execute(as(cashier), { code })).rejects.toMatchObject({
    code: "voucher_of_event",
    params: { event: "Beans of Ethiopia" },
  });
  await checkIn.execute(as(cashier, begun), { event, code });
  expect(await refusalOf(useVoucher.execute(as(cashier, begun), { code }))).toBe("voucher_used");
});

test("without an evening the experience is sold neither on the card nor at the till: 100 points stay; as a place it is", async () => {
  const [event, id] = [await newEvent(1), await member(100)];
  const reward = "tasting";
  const refused = { code: "reward_evening", fields: [{ path: "reward", code: "reward.reward_evening" }] };
  await expect(redeemOwnReward.execute(as(shop.member(id)), { reward })).rejects.toMatchObject(refused);
  const atTill = redeemReward.execute(as(cashier), { member: { id }, reward });
  await expect(atTill).rejects.toMatchObject(refused);
  expect(await balance(id)).toBe(100);
  const { offers } = await listOwnRewards.execute(as(shop.member(id)), { locale: "en" });
  expect(offers.map(({ key, available, missing }) => ({ key, available, missing }))).toEqual([
    { key: "tasting", available: false, missing: [{ kind: "evening" }] },
    { key: "tote", available: true, missing: [] },
  ]);
  expect((await bookPlace.execute(as(cashier), { event, member: id })).points.spent).toBe(100);
});
