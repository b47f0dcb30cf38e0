import { expect, test } from "vitest";
import { eveningShop } from "@/db/testing/evening-shop";
import { testDatabase } from "@/db/testing/test-database";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { leaveProgram } from "@/lib/members/commands/leave-program";
import { verifyLedger } from "@/lib/points/queries/verify-ledger";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { useVoucher } from "@/lib/rewards/commands/use-voucher";
import { cancelEvent } from "./commands/cancel-event";
import { releasePlace } from "./commands/release-place";
import { getDoorList } from "./queries/get-door-list";
import { eventsDue } from "./run-due";

const database = await testDatabase();
const { shop, now, as, owner, newEvent, member, bookOwn, balance, placesOf } = await eveningShop(database);
const leave = (id: string) => leaveProgram.execute(as(shop.member(id)), {});
const due = () => eventsDue({ actor: shop.job, now, database });
const statuses = async (event: string) => (await placesOf(event)).map(({ status }) => status);

test("one of two guests leaves, and one of two who wait: the other who waits has the place, and called off 2 x 100 come back", async () => {
  const event = await newEvent(2);
  const [ada, burak, cem, deniz] = [
    await member(100),
    await member(100),
    await member(100),
    await member(100),
  ];
  for (const id of [ada, burak, cem, deniz]) await bookOwn(event, id);
  await leave(ada);
  await eraseMember.execute(owner, { id: cem });
  expect(await statuses(event)).toEqual(["cancelled", "booked", "cancelled", "waiting"]);
  expect(await due()).toEqual({ placesFilled: 1 });
  const { booked, waiting } = await getDoorList.execute(owner, { event });
  expect([booked.map(({ memberId }) => memberId).sort(), waiting]).toEqual([[burak, deniz].sort(), []]);
  expect(await cancelEvent.execute(owner, { event })).toEqual({ places: 2, points: { returned: 200 } });
  expect(await Promise.all([burak, deniz].map(balance))).toEqual([100, 100]);
  expect(await verifyLedger.execute(as(shop.job), {})).toMatchObject({ differences: [] });
});

test("ten guests of two evenings leave at once while places are given back: nobody is stuck, both can be called off", async () => {
  const events = [await newEvent(10), await newEvent(10)];
  const guests = await Promise.all(Array.from({ length: 10 }, () => member(200)));
  const places = new Map<string, string>();
  for (const id of guests) {
    for (const event of events) places.set(`${event} ${id}`, (await bookOwn(event, id)).place.id);
  }
  await Promise.all([
    ...guests.slice(0, 8).map(leave),
    ...events.flatMap((event) =>
      guests
        .slice(8)
        .map((id) => releasePlace.execute(owner, { event, place: places.get(`${event} ${id}`) ?? "" })),
    ),
  ]);
  for (const event of events) {
    expect(await statuses(event)).toEqual(Array(10).fill("cancelled"));
    expect((await cancelEvent.execute(owner, { event })).places).toBe(0);
  }
  expect(await Promise.all(guests.slice(8).map(balance))).toEqual([200, 200]);
});

test("who leaves with a tote for 10 that was not fetched and 5 points gives up 15, and the tote is not handed out", async () => {
  const id = await member(15);
  const { voucher } = await redeemReward.execute(owner, { member: { id }, reward: "tote" });
  expect((await leave(id)).points).toEqual({ forfeited: 15, writtenOff: 0 });
  const using = useVoucher.execute(owner, { code: voucher?.code ?? "" });
  await expect(using).rejects.toMatchObject({ code: "voucher_cancelled" });
  expect(await verifyLedger.execute(as(shop.job), {})).toMatchObject({ differences: [] });
});

test("a place whose member was erased before places were given up stops neither the call-off nor being given back", async () => {
  const event = await newEvent(3);
  const [ada, burak, cem] = [await member(100), await member(100), await member(100)];
  await bookOwn(event, ada);
  const { place } = await bookOwn(event, burak);
  await bookOwn(event, cem);
  await database.sql`
    update member set status = 'erased' where merchant_id = ${shop.merchantId} and id in (${ada}, ${burak})`;
  const { points } = await releasePlace.execute(owner, { event, place: place.id });
  expect(points.returned).toBe(0);
  expect(await cancelEvent.execute(owner, { event })).toEqual({ places: 1, points: { returned: 100 } });
  expect(await balance(cem)).toBe(100);
});
