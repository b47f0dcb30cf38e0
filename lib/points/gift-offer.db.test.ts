import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inTurn } from "@/db/testing/in-turn";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { leaveProgram } from "@/lib/members/commands/leave-program";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { endOwnGift } from "./commands/end-own-gift";
import { offerGift } from "./commands/offer-gift";
import { previewGift } from "./commands/preview-gift";
import { spendPoints } from "./commands/spend-points";
import { ownGifts } from "./queries/own-gifts";
import { runDue } from "./run-due";

const database = await testDatabase();
const at = (text: string) => new Date(`2026-03-${text}T12:00:00+03:00`);

/** Two members of a shop whose points last a month; the first has as many as told. */
async function pair(points: number, gifts: { enabled?: boolean; acceptDays?: number } = {}) {
  const program = { earning: { rules: [onePerUnit] }, expiry: { kind: "after" as const, months: 1 }, gifts };
  const shop = await testMerchant(database, { program });
  const [elif, burak] = [
    await testMember(database, shop, { name: "Elif Yıldırım" }),
    await testMember(database, shop, { name: "Burak Çelik" }),
  ];
  const { buy, balance, differences } = shopping(database, shop);
  await buy(elif.id, { lines: [points * 100], at: at("10").toISOString() });
  const as = (id: string, now = at("11")) => ({ actor: shop.member(id), now, database });
  const offer = (of: Record<string, unknown> = {}, now?: Date) =>
    offerGift.execute(as(elif.id, now), { id: randomUUID(), card: burak.card, points: 40, ...of });
  const preview = (of: Record<string, unknown> = {}, now?: Date) =>
    previewGift.execute(as(elif.id, now), { id: randomUUID(), card: burak.card, points: 40, ...of });
  const end = (who: string, gift: string, how: string, now?: Date) =>
    endOwnGift.execute(as(who, now), { gift, as: how });
  const has = async (id: string) => (await balance(id)).balance;
  return { shop, elif, burak, as, offer, preview, end, has, differences };
}

test("40 of 100 offered: 60 are left to spend; accepted: 60 and 40, expiring on the day they would have (case 27)", async () => {
  const { shop, elif, burak, offer, end, has, differences } = await pair(100);
  const { id } = await offer();
  expect([await has(elif.id), await has(burak.id)]).toEqual([60, 0]);
  expect(await differences()).toEqual([]);
  await end(burak.id, id, "accepted");
  expect([await has(elif.id), await has(burak.id)]).toEqual([60, 40]);
  const lots = await database.sql<{ expiresAt: string; remaining: number }[]>`
    select expires_at as "expiresAt", remaining from lot where merchant_id = ${shop.merchantId} order by remaining`;
  expect(lots.map((lot) => lot.remaining)).toEqual([40, 60]);
  expect(new Set(lots.map((lot) => String(lot.expiresAt))).size).toBe(1);
  expect(await differences()).toEqual([]);
});

test.each([
  ["declined", "burak"],
  ["cancelled", "elif"],
] as const)("%s by %s: the 40 are back in the lot that they came from, 100 to spend", async (how, who) => {
  const parties = await pair(100);
  const { id } = await parties.offer();
  await parties.end(parties[who].id, id, how);
  expect(await parties.has(parties.elif.id)).toBe(100);
  const lots = await database.sql<{ remaining: number }[]>`
    select remaining from lot where merchant_id = ${parties.shop.merchantId}`;
  expect(lots).toEqual([{ remaining: 100 }]);
  expect(await parties.differences()).toEqual([]);
});

test("not accepted within 3 days: on the fourth the job returns them, and accepting is refused", async () => {
  const { shop, elif, burak, offer, end, has, differences } = await pair(100, { acceptDays: 3 });
  const { id, expiresAt } = await offer();
  expect(expiresAt).toBe(at("14").toISOString());
  await expect(end(burak.id, id, "accepted", at("14"))).rejects.toMatchObject({ code: "gift_expired" });
  expect(await runDue({ actor: shop.job, now: at("14"), database })).toMatchObject({ gifts: 1 });
  expect(await runDue({ actor: shop.job, now: at("14"), database })).toMatchObject({ gifts: 0 });
  expect(await has(elif.id)).toBe(100);
  expect(await differences()).toEqual([]);
});

test("points that expire on 11 April wait for nobody longer, though the program has 90 days: back, and gone", async () => {
  const { shop, elif, offer, has, differences } = await pair(100, { acceptDays: 90 });
  const { expiresAt } = await offer();
  expect(expiresAt).toBe(new Date("2026-04-11T00:00:00+03:00").toISOString());
  await runDue({ actor: shop.job, now: new Date("2026-04-11T00:00:01+03:00"), database });
  expect(await has(elif.id)).toBe(0);
  expect(await differences()).toEqual([]);
});

test("twenty offers of the whole balance at once: one leaves, and the form sent five times is one gift", async () => {
  const { elif, offer, has, differences } = await pair(100);
  const many = await Promise.allSettled(Array.from({ length: 20 }, () => offer({ points: 100 })));
  expect(many.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await has(elif.id)).toBe(0);
  const again = await pair(100);
  const id = randomUUID();
  await Promise.all(Array.from({ length: 5 }, () => again.offer({ id })));
  expect(await again.has(again.elif.id)).toBe(60);
  expect([...(await differences()), ...(await again.differences())]).toEqual([]);
});

test("accepted and cancelled at the same moment: one of them happens, the other is told", async () => {
  for (let round = 0; round < 4; round++) {
    const { elif, burak, offer, end, has, differences } = await pair(100);
    const { id } = await offer();
    const both = await Promise.allSettled([end(burak.id, id, "accepted"), end(elif.id, id, "cancelled")]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await has(elif.id)) + (await has(burak.id))).toBe(100);
    expect(await differences()).toEqual([]);
  }
});

test("cancelled before who it was for is merged into another: their phone, which shows it still, is told, whatever it answers", async () => {
  const { shop, elif, burak, offer, end, has } = await pair(100);
  const { id } = await offer();
  await end(elif.id, id, "cancelled");
  const survivor = await testMember(database, shop);
  const context = { actor: shop.actor, now: at("11"), database };
  await mergeMembers.execute(context, { id: survivor.id, other: { id: burak.id } });
  for (const how of ["accepted", "declined"])
    await expect(end(burak.id, id, how)).rejects.toMatchObject({ code: "gift_decided" });
  expect(await has(elif.id)).toBe(100);
});

test("what is offered cannot be spent: 100, 40 offered, 61 are refused and 60 are not", async () => {
  const { shop, elif, offer } = await pair(100);
  await offer();
  const spend = (points: number) =>
    spendPoints.execute(
      { actor: shop.actor, now: at("11"), database },
      { member: { id: elif.id }, points, reference: "x" },
    );
  await expect(spend(61)).rejects.toMatchObject({ code: "insufficient_points" });
  await expect(spend(60)).resolves.toMatchObject({ points: { balance: 0 } });
});

test("refused beside their field: too many points, an unknown card, one's own; and where the program has no gifts", async () => {
  const { elif, offer, has } = await pair(100);
  const at = (path: string, code: string) => ({ fields: [expect.objectContaining({ path, code })] });
  await expect(offer({ points: 101 })).rejects.toMatchObject(at("points", "insufficient_points"));
  await expect(offer({ card: "0000 0000 0000" })).rejects.toMatchObject(at("card", "card_unknown"));
  const short = { path: "card", code: "card_digits", params: { wanted: 12, given: 3 } };
  await expect(offer({ card: " 4-1 7" })).rejects.toMatchObject({ code: "invalid", fields: [short] });
  await expect(offer({ card: elif.card })).rejects.toMatchObject(at("card", "gift_to_self"));
  await expect(offer({ points: -5 })).rejects.toMatchObject({ code: "invalid" });
  await expect(offer({ points: "many" })).rejects.toMatchObject({ code: "invalid" });
  await expect(offer({ message: "x".repeat(201) })).rejects.toMatchObject({ code: "invalid" });
  expect(await has(elif.id)).toBe(100);
  const without = await pair(100, { enabled: false });
  await expect(without.offer()).rejects.toMatchObject({ code: "gifts_disabled" });
});

test("somebody else's gift is not found: a third member, and the giver who would accept it", async () => {
  const { shop, elif, offer, end } = await pair(100);
  const { id } = await offer();
  const third = await testMember(database, shop);
  await expect(end(third.id, id, "accepted")).rejects.toMatchObject({ code: "not_found" });
  await expect(end(elif.id, id, "accepted")).rejects.toMatchObject({ code: "not_found" });
});

test("both see it for as long as it waits, the other one as little of the name as tells who is meant", async () => {
  const { elif, burak, as, offer, end } = await pair(100);
  const { id } = await offer({ message: "For Friday" });
  const seen = async (who: string) => (await ownGifts.execute(as(who), {})).gifts;
  expect(await seen(elif.id)).toMatchObject([{ way: "out", other: "Burak Ç.", status: "offered" }]);
  expect(await seen(burak.id)).toMatchObject([{ way: "in", other: "Elif Y.", message: "For Friday" }]);
  await end(burak.id, id, "declined");
  expect(await seen(elif.id)).toMatchObject([{ status: "declined" }]);
});

test("whoever leaves takes back what they offered before it is given up, and the books agree", async () => {
  const { shop, elif, burak, as, offer, has, differences } = await pair(100);
  await offer();
  expect(await leaveProgram.execute(as(elif.id), {})).toMatchObject({ points: { forfeited: 100 } });
  const next = await pair(50);
  await next.offer();
  await leaveProgram.execute(next.as(next.burak.id), {});
  expect(await next.has(next.elif.id)).toBe(50);
  expect(await has(burak.id)).toBe(0);
  expect([...(await differences()), ...(await next.differences())]).toEqual([]);
  expect(shop.slug).toBeTruthy();
});

test.each([
  ["the giver goes on as the other", "burak", "elif"],
  ["the other goes on as the giver", "elif", "burak"],
] as const)(
  "offered just before a merge in which %s: it waits, so the merge is refused",
  async (_, keeps, goes) => {
    const parties = await pair(100);
    const { shop, offer, differences } = parties;
    const [offered, merged] = await inTurn(database, { ...shop, memberId: parties.elif.id }, offer, () =>
      mergeMembers.execute(
        { actor: shop.actor, now: at("11"), database },
        { id: parties[keeps].id, other: { id: parties[goes].id } },
      ),
    );
    expect(offered).toMatchObject({ status: "fulfilled" });
    expect(merged).toMatchObject({ status: "rejected", reason: { code: "gift_waits" } });
    expect(await differences()).toEqual([]);
  },
);

test("offered just before one of the two leaves: taken back with the rest, 100 given up; or turned down, 100 again", async () => {
  const leaves = async (who: "elif" | "burak") => {
    const parties = await pair(100);
    const held = { ...parties.shop, memberId: parties[who].id };
    const leave = () => leaveProgram.execute(parties.as(parties[who].id), {});
    const [offered, left] = await inTurn(database, held, parties.offer, leave);
    expect(offered).toMatchObject({ status: "fulfilled" });
    expect(await parties.differences()).toEqual([]);
    const [gift] = await database.sql<{ status: string }[]>`
      select status from gift_offer where merchant_id = ${parties.shop.merchantId}`;
    return { left, gift, elif: await parties.has(parties.elif.id) };
  };
  expect(await leaves("elif")).toMatchObject({
    left: { status: "fulfilled", value: { points: { forfeited: 100 } } },
    gift: { status: "cancelled" },
  });
  expect(await leaves("burak")).toMatchObject({
    left: { status: "fulfilled" },
    gift: { status: "declined" },
    elif: 100,
  });
});

test("erased by the id of a card that was merged: whoever carries on is, and the 40 that they had offered are given up with the rest", async () => {
  const { shop, elif, burak, offer, differences } = await pair(100);
  const third = await testMember(database, shop);
  const as = { actor: shop.actor, now: at("11"), database };
  await mergeMembers.execute(as, { id: elif.id, other: { id: third.id } });
  await offer();
  expect(await eraseMember.execute(as, { id: third.id })).toEqual({
    member: { id: elif.id },
    points: { forfeited: 100, writtenOff: 0 },
  });
  expect(await ownGifts.execute({ ...as, actor: shop.member(burak.id) }, {})).toMatchObject({
    gifts: [{ status: "cancelled" }],
  });
  expect(await differences()).toEqual([]);
});

test("looked at before: 40 of 100 go to Burak Ç. and leave 60, until 25 March; nothing has moved", async () => {
  const { elif, as, preview, has, differences } = await pair(100, { acceptDays: 14 });
  const id = randomUUID();
  expect(await preview({ id })).toEqual({
    id,
    to: "Burak Ç.",
    points: 40,
    left: 60,
    expiresAt: at("25").toISOString(),
  });
  expect(await has(elif.id)).toBe(100);
  expect((await ownGifts.execute(as(elif.id), {})).gifts).toEqual([]);
  expect(await differences()).toEqual([]);
});

test("a preview refuses what giving refuses, beside the same field", async () => {
  const { elif, preview } = await pair(100);
  const other = await testMember(database, await testMerchant(database));
  const refused = (path: string, code: string) => ({ fields: [expect.objectContaining({ path, code })] });
  await expect(preview({ card: other.card })).rejects.toMatchObject(refused("card", "card_unknown"));
  await expect(preview({ card: elif.card })).rejects.toMatchObject(refused("card", "gift_to_self"));
  await expect(preview({ card: "417" })).rejects.toMatchObject(refused("card", "card_digits"));
  await expect(preview({ points: 101 })).rejects.toMatchObject(refused("points", "insufficient_points"));
  const without = await pair(100, { enabled: false });
  await expect(without.preview()).rejects.toMatchObject({ code: "gifts_disabled" });
});

test("all 100 given and the answer lost: the form sent again is that gift, with fewer points or another card it is a new one", async () => {
  const { shop, offer, preview } = await pair(100);
  const { id } = await offer({ points: 100 });
  expect(await preview({ id, points: 100 })).toEqual({ given: id });
  await expect(preview({ id, points: 40 })).rejects.toMatchObject({ code: "insufficient_points" });
  const cem = await testMember(database, shop, { name: "Cem Ak" });
  const next = await pair(100);
  const first = await next.offer({ points: 40 });
  expect(await next.preview({ id: first.id, points: 30 })).toMatchObject({
    left: 30,
    id: expect.not.stringMatching(first.id),
  });
  await expect(preview({ id, points: 100, card: cem.card })).rejects.toMatchObject({
    code: "insufficient_points",
  });
});

test("20 numbers tried in a quarter of an hour, known or not, looked at or given to: the 21st waits, and another member does not", async () => {
  const { shop, burak, as, offer, preview } = await pair(100);
  const unknown = "0000 0000 0000";
  for (let i = 0; i < 10; i++) {
    await expect(preview({ card: unknown })).rejects.toMatchObject({ code: "member_not_found" });
    await expect(offer({ card: unknown })).rejects.toMatchObject({ code: "member_not_found" });
  }
  const waits = { code: "too_many_attempts", params: { minutes: 15 } };
  await expect(preview()).rejects.toMatchObject(waits);
  await expect(offer()).rejects.toMatchObject(waits);
  const cem = await testMember(database, shop, { name: "Cem Ak" });
  await expect(
    previewGift.execute(as(cem.id), { id: randomUUID(), card: burak.card, points: 1 }),
  ).rejects.toMatchObject({ code: "insufficient_points" });
  const later = new Date(at("11").getTime() + 15 * 60_000);
  await expect(preview({}, later)).resolves.toMatchObject({ to: "Burak Ç." });
});
