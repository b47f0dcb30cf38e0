import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { giftPair, noonOf } from "@/db/testing/gift-pair";
import { inTurn } from "@/db/testing/in-turn";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { eraseMember } from "@/lib/members/commands/erase-member";
import { leaveProgram } from "@/lib/members/commands/leave-program";
import { mergeMembers } from "@/lib/members/commands/merge-members";
import { spendPoints } from "./commands/spend-points";
import { ownGifts } from "./queries/own-gifts";
import { runDue } from "./run-due";

const database = await testDatabase();

test("40 of 100 offered: 60 are left to spend; accepted: 60 and 40, expiring on the day they would have (case 27)", async () => {
  const { shop, elif, burak, offer, end, has, differences } = await giftPair(database, 100);
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
  const parties = await giftPair(database, 100);
  const { id } = await parties.offer();
  await parties.end(parties[who].id, id, how);
  expect(await parties.has(parties.elif.id)).toBe(100);
  const lots = await database.sql<{ remaining: number }[]>`
    select remaining from lot where merchant_id = ${parties.shop.merchantId}`;
  expect(lots).toEqual([{ remaining: 100 }]);
  expect(await parties.differences()).toEqual([]);
});

test("not accepted within 3 days: on the fourth the job returns them, and accepting is refused", async () => {
  const { shop, elif, burak, offer, end, has, differences } = await giftPair(database, 100, {
    acceptDays: 3,
  });
  const { id, expiresAt } = await offer();
  expect(expiresAt).toBe(noonOf("14").toISOString());
  await expect(end(burak.id, id, "accepted", noonOf("14"))).rejects.toMatchObject({ code: "gift_expired" });
  expect(await runDue({ actor: shop.job, now: noonOf("14"), database })).toMatchObject({ gifts: 1 });
  expect(await runDue({ actor: shop.job, now: noonOf("14"), database })).toMatchObject({ gifts: 0 });
  expect(await has(elif.id)).toBe(100);
  expect(await differences()).toEqual([]);
});

test("points that expire on 11 April wait for nobody longer, though the program has 90 days: back, and gone", async () => {
  const { shop, elif, offer, has, differences } = await giftPair(database, 100, { acceptDays: 90 });
  const { expiresAt } = await offer();
  expect(expiresAt).toBe(new Date("2026-04-11T00:00:00+03:00").toISOString());
  await runDue({ actor: shop.job, now: new Date("2026-04-11T00:00:01+03:00"), database });
  expect(await has(elif.id)).toBe(0);
  expect(await differences()).toEqual([]);
});

test("twenty offers of the whole balance at once: one leaves, and the form sent five times is one gift", async () => {
  const { elif, offer, has, differences } = await giftPair(database, 100);
  const many = await Promise.allSettled(Array.from({ length: 20 }, () => offer({ points: 100 })));
  expect(many.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await has(elif.id)).toBe(0);
  const again = await giftPair(database, 100);
  const id = randomUUID();
  await Promise.all(Array.from({ length: 5 }, () => again.offer({ id })));
  expect(await again.has(again.elif.id)).toBe(60);
  expect([...(await differences()), ...(await again.differences())]).toEqual([]);
});

test("accepted and cancelled at the same moment: one of them happens, the other is told", async () => {
  for (let round = 0; round < 4; round++) {
    const { elif, burak, offer, end, has, differences } = await giftPair(database, 100);
    const { id } = await offer();
    const both = await Promise.allSettled([end(burak.id, id, "accepted"), end(elif.id, id, "cancelled")]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await has(elif.id)) + (await has(burak.id))).toBe(100);
    expect(await differences()).toEqual([]);
  }
});

test("cancelled before who it was for is merged into another: their phone, which shows it still, is told, whatever it answers", async () => {
  const { shop, elif, burak, offer, end, has } = await giftPair(database, 100);
  const { id } = await offer();
  await end(elif.id, id, "cancelled");
  const survivor = await testMember(database, shop);
  const context = { actor: shop.actor, now: noonOf("11"), database };
  await mergeMembers.execute(context, { id: survivor.id, other: { id: burak.id } });
  for (const how of ["accepted", "declined"])
    await expect(end(burak.id, id, how)).rejects.toMatchObject({ code: "gift_decided" });
  expect(await has(elif.id)).toBe(100);
});

test("what is offered cannot be spent: 100, 40 offered, 61 are refused and 60 are not", async () => {
  const { shop, elif, offer } = await giftPair(database, 100);
  await offer();
  const spend = (points: number) =>
    spendPoints.execute(
      { actor: shop.actor, now: noonOf("11"), database },
      { member: { id: elif.id }, points, reference: "x" },
    );
  await expect(spend(61)).rejects.toMatchObject({ code: "insufficient_points" });
  await expect(spend(60)).resolves.toMatchObject({ points: { balance: 0 } });
});

test("refused beside their field: too many points, an unknown card, one's own; and where the program has no gifts", async () => {
  const { elif, offer, has } = await giftPair(database, 100);
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
  const without = await giftPair(database, 100, { enabled: false });
  await expect(without.offer()).rejects.toMatchObject({ code: "gifts_disabled" });
});

test("somebody else's gift is not found: a third member, and the giver who would accept it", async () => {
  const { shop, elif, offer, end } = await giftPair(database, 100);
  const { id } = await offer();
  const third = await testMember(database, shop);
  await expect(end(third.id, id, "accepted")).rejects.toMatchObject({ code: "not_found" });
  await expect(end(elif.id, id, "accepted")).rejects.toMatchObject({ code: "not_found" });
});

test("both see it for as long as it waits, the other one as little of the name as tells who is meant", async () => {
  const { elif, burak, as, offer, end } = await giftPair(database, 100);
  const { id } = await offer({ message: "For Friday" });
  const seen = async (who: string) => (await ownGifts.execute(as(who), {})).gifts;
  expect(await seen(elif.id)).toMatchObject([{ way: "out", other: "Burak Ç.", status: "offered" }]);
  expect(await seen(burak.id)).toMatchObject([{ way: "in", other: "Elif Y.", message: "For Friday" }]);
  await end(burak.id, id, "declined");
  expect(await seen(elif.id)).toMatchObject([{ status: "declined" }]);
});

test("whoever leaves takes back what they offered before it is given up, and the books agree", async () => {
  const { shop, elif, burak, as, offer, has, differences } = await giftPair(database, 100);
  await offer();
  expect(await leaveProgram.execute(as(elif.id), {})).toMatchObject({ points: { forfeited: 100 } });
  const next = await giftPair(database, 50);
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
    const parties = await giftPair(database, 100);
    const { shop, offer, differences } = parties;
    const [offered, merged] = await inTurn(database, { ...shop, memberId: parties.elif.id }, offer, () =>
      mergeMembers.execute(
        { actor: shop.actor, now: noonOf("11"), database },
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
    const parties = await giftPair(database, 100);
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
  const { shop, elif, burak, offer, differences } = await giftPair(database, 100);
  const third = await testMember(database, shop);
  const as = { actor: shop.actor, now: noonOf("11"), database };
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
