import { expect, test } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import type { Actor } from "@/lib/access/actor";
import { recordActivity } from "@/lib/activities/commands/record-activity";
import { bookPlace } from "@/lib/events/commands/book-place";
import { checkIn } from "@/lib/events/commands/check-in";
import { saveEvent } from "@/lib/events/commands/save-event";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { setOwnConsent } from "@/lib/members/commands/set-own-consent";
import { unmergeMembers } from "@/lib/members/commands/unmerge-members";
import { writeNote } from "@/lib/members/commands/write-note";
import { queueMail } from "@/lib/messaging/queue-mail";
import { adjustPoints } from "@/lib/points/commands/adjust-points";
import { giftPoints } from "@/lib/points/commands/gift-points";
import type { ProgramInput } from "@/lib/program/schemas";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { useVoucher } from "@/lib/rewards/commands/use-voucher";
import { lockTier } from "@/lib/tiers/commands/lock-tier";
import type { StoryRow } from "./domain/story";
import { memberStory } from "./queries/member-story";
import { memberStoryParts } from "./queries/story-parts";

const database = await testDatabase();

const program: ProgramInput = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [onePerUnit] },
  tiers: [{ key: "gold", name: "Gold" }],
  activities: [{ key: "review", name: "A review", points: 30 }],
  gifts: { enabled: true },
  rewards: [
    { key: "tote", name: "Tote", gives: { kind: "product" }, price: { kind: "points", points: 50 } },
    {
      key: "tasting",
      name: "A tasting",
      gives: { kind: "experience" },
      price: { kind: "points", points: 20 },
    },
  ],
};

/** One o'clock, two o'clock, ... of a day on which each thing has an hour of its own. */
const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));

async function openShop() {
  const shop = await testMerchant(database, { program });
  const [manager, cashier] = [await shop.staff("manager"), await shop.staff("cashier")];
  const as = (actor: Actor, hour: number) => ({ actor, now: at(hour), database });
  return { shop, manager, cashier, as };
}

async function story(actor: Actor, id: string, more: object = {}) {
  const asked = { actor, now: at(23), database };
  return memberStory.execute(asked, { id, locale: "en", ...more });
}

const told = (rows: StoryRow[]) =>
  rows.map(({ kind, at: when, by }) => [kind, new Date(when).getUTCHours(), by?.as ?? null]);

/** A day with everything in it. */
async function fullDay() {
  const { shop, manager, cashier, as } = await openShop();
  const { buy, refund } = shopping(database, shop);
  const email = "elif@example.com";
  const { id } = await testMember(database, shop, { name: "Elif", email, enrolledAt: at(0) });
  const other = await testMember(database, shop, { name: "Kaan" });
  const bought = await buy(id, { lines: [20_000], at: at(1).toISOString() });
  await refund(bought.purchase.id, { amount: 5_000 }, at(2).toISOString());
  await adjustPoints.execute(as(manager, 3), {
    member: { id },
    points: 100,
    reason: "The machine was broken",
  });
  await recordActivity.execute(as(cashier, 4), {
    externalId: "r1",
    member: { id },
    type: "review",
    occurredAt: at(4).toISOString(),
  });
  const taken = await redeemReward.execute(as(cashier, 5), { member: { id }, reward: "tote" });
  await useVoucher.execute(as(cashier, 6), { code: taken.voucher?.code ?? "" });
  await giftPoints.execute(as(cashier, 7), { from: { id }, to: { id: other.id }, points: 10 });
  await lockTier.execute(as(manager, 8), { member: id, tier: "gold", reason: "A founder" });
  await writeNote.execute(as(cashier, 9), { member: id, text: "Oat milk, always" });
  const mail = { merchantId: shop.merchantId, to: email, text: "", html: "" };
  await database.transaction((tx) =>
    queueMail(tx, { ...mail, kind: "tier", subject: "You are Gold" }, at(10)),
  );
  await database.transaction((tx) =>
    queueMail(tx, { ...mail, kind: "reset", subject: "Your password" }, at(10)),
  );
  await setOwnConsent.execute(as(shop.member(id), 11), { kind: "marketing", given: true, locale: "en" });
  const { event } = await saveEvent.execute(as(manager, 12), {
    reward: "tasting",
    name: "Beans of Ethiopia",
    place: "At the bar",
    startsAt: at(13).toISOString(),
    endsAt: at(22).toISOString(),
    places: 5,
    waitingList: true,
  });
  const { place } = await bookPlace.execute(as(cashier, 12), { event: event.id, member: id });
  await checkIn.execute(as(cashier, 14), { event: event.id, place: place.id });
  const { merge } = await mergeMembers.execute(as(manager, 15), { id, other: { id: other.id } });
  await unmergeMembers.execute(as(manager, 16), { id, merge: merge.id });
  return { shop, manager, cashier, id, other };
}

test("a day with everything in it is told once each, newest first, with who did it; a password's mail is not a member's", async () => {
  const { shop, id } = await fullDay();
  const { rows, next } = await story(shop.actor, id);
  expect(told(rows)).toEqual([
    ["parting", 16, "staff"],
    ["merge", 15, "staff"],
    ["place", 14, "staff"],
    ["place", 12, null],
    ["consent", 11, "self"],
    ["mail", 10, null],
    ["note", 9, "staff"],
    ["tier", 8, "staff"],
    ["points", 7, "staff"],
    ["voucher", 6, "staff"],
    ["reward", 5, "staff"],
    ["activity", 4, "staff"],
    ["points", 3, "staff"],
    ["refund", 2, "staff"],
    ["purchase", 1, "staff"],
    ["joined", 0, null],
  ]);
  expect(next).toBeNull();
  expect(rows.find(({ kind }) => kind === "purchase")).toMatchObject({
    amount: 20_000,
    refunded: 5_000,
    points: 200,
    lines: [{ name: "Coffee" }],
    award: { explanation: { sentence: "200 points: 200 for coffee." } },
  });
  expect(rows.filter(({ kind }) => kind === "points")).toMatchObject([
    { entry: "gift-out", points: -10, other: "Kaan" },
    { entry: "adjust", points: 100, reason: "The machine was broken", by: { name: "manager" } },
  ]);
  expect(rows.find(({ kind }) => kind === "mail")).toMatchObject({ subject: "You are Gold", status: "kept" });
});

test("a cashier reads neither mail nor consents nor merges, here as elsewhere", async () => {
  const { shop, cashier, id } = await fullDay();
  const { rows } = await story(cashier, id);
  const kinds = new Set<string>(rows.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    [
      "activity",
      "joined",
      "note",
      "place",
      "points",
      "purchase",
      "refund",
      "reward",
      "tier",
      "voucher",
    ].sort(),
  );
  for (const part of ["mail", "merges"]) expect((await story(cashier, id, { part })).rows).toEqual([]);
  const parts = (actor: Actor) => memberStoryParts.execute({ actor, now: at(23), database }, { id });
  expect(await parts(cashier)).toEqual([
    "purchases",
    "points",
    "rewards",
    "events",
    "activities",
    "tier",
    "notes",
  ]);
  expect(await parts(shop.actor)).toEqual([...(await parts(cashier)), "mail", "merges"]);
});

test("read two at a time, and one part alone, nothing is missing and nothing told twice", async () => {
  const { shop, id, other } = await fullDay();
  const whole = (await story(shop.actor, id)).rows.map(({ key }) => key);
  expect(await readAll(shop, id, { limit: 2 })).toEqual(whole);
  expect(await readAll(shop, id, { limit: 1 })).toEqual(whole);
  expect((await story(shop.actor, id, { part: "purchases" })).rows.map(({ kind }) => kind)).toEqual([
    "refund",
    "purchase",
  ]);
  expect((await story(shop.actor, other.id, { part: "merges" })).rows).toMatchObject([{ kind: "parting" }]);
});

test("twenty purchases and twenty notes of one millisecond, three at a time: each is told once", async () => {
  const { shop, as } = await openShop();
  const { buy } = shopping(database, shop);
  const { id } = await testMember(database, shop, { enrolledAt: at(1) });
  for (let n = 0; n < 20; n += 1) {
    await buy(id, { lines: [100], at: at(1).toISOString() });
    await writeNote.execute(as(shop.actor, 1), { member: id, text: `${n}` });
  }
  const keys = await readAll(shop, id, { limit: 3 });
  expect([keys.length, new Set(keys).size]).toEqual([41, 41]);
});

test("another shop's member and one who was erased have no story; a cursor of another list is refused by its field", async () => {
  const { shop, id } = await fullDay();
  const stranger = await testMerchant(database);
  await expect(story(stranger.actor, id)).rejects.toMatchObject({ code: "not_found" });
  const gone = await testMember(database, shop);
  await eraseMember.execute({ actor: shop.actor, now: at(20), database }, { id: gone.id });
  await expect(story(shop.actor, gone.id)).rejects.toMatchObject({ code: "not_found" });
  for (const cursor of ["x", Buffer.from("story:2026|note|x").toString("base64url")])
    await expect(story(shop.actor, id, { cursor })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "cursor" }],
    });
});

async function readAll({ actor }: TestMerchant, id: string, asked: object): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof story>> = await story(actor, id, {
      ...asked,
      ...(cursor ? { cursor } : {}),
    });
    keys.push(...page.rows.map(({ key }) => key));
    if (page.next === null) return keys;
    cursor = page.next;
  }
}
