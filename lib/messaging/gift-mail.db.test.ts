import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { onePerUnit, shopping } from "@/db/testing/shopping";
import { testDatabase } from "@/db/testing/test-database";
import { testEnvironment } from "@/db/testing/test-environment";
import { testMember } from "@/db/testing/test-member";
import { type TestMerchant, testMerchant } from "@/db/testing/test-merchant";
import { offerGift } from "@/lib/points/commands/offer-gift";
import { setOwnMailPreference } from "./commands/set-own-mail-preference";
import { mailPreferences } from "./mail-preference";
import { answerMailLink, peekMailLink } from "./unsubscribe";

testEnvironment({ NEXTAUTH_URL: "https://shop.example" });

const database = await testDatabase();
const at = (day: number, clock = "12:00") => new Date(`2026-03-${day}T${clock}:00+03:00`);
let shop: TestMerchant;
let elif: { id: string; card: string };

beforeEach(async () => {
  const gifts = { enabled: true, acceptDays: 3 };
  shop = await testMerchant(database, { program: { earning: { rules: [onePerUnit] }, gifts } });
  elif = await testMember(database, shop, { name: "Elif Yıldırım", email: "elif@example.com" });
  await shopping(database, shop).buy(elif.id, { lines: [10_000], at: at(10).toISOString() });
});

const receiver = (more: { email?: string; locale?: "en" | "tr" } = { email: "burak@example.com" }) =>
  testMember(database, shop, { name: "Burak Çelik", ...more });
const give = (card: string, points: number, now = at(11)) =>
  offerGift.execute(
    { actor: shop.member(elif.id), now, database },
    { id: randomUUID(), card, points, message: "See https://evil.example" },
  );
const mails = () =>
  database.sql<
    { recipient: string; subject: string; text: string; leave: string; sendAfter: string | null }[]
  >`
    select recipient, subject, text, unsubscribe_url as leave, send_after as "sendAfter" from outbox
    where merchant_id = ${shop.merchantId} and kind = 'gift' order by id`;

it("40 points offered on the 11th for 3 days: the other member reads how many and until the 14th, not who or what was written", async () => {
  const burak = await receiver({ email: "burak@example.com", locale: "en" });
  await give(burak.card, 40);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    recipient: "burak@example.com",
    subject: "Köşe Kahve: 40 points given to you",
  });
  expect(mail?.text).toContain("Accept by 14 March");
  expect(mail?.text).toContain(`https://shop.example/c/${shop.slug}/gifts`);
  expect(mail?.text).not.toMatch(/Elif|evil/);
});

it("in the language of who receives it", async () => {
  await give((await receiver({ email: "burak@example.com", locale: "tr" })).card, 40);
  expect((await mails())[0]?.subject).toBe("Köşe Kahve: size hediye 40 puan");
});

it("three gifts within a day are one mail, one on the next day another", async () => {
  const { card } = await receiver();
  await Promise.all([give(card, 10), give(card, 10), give(card, 10)]);
  expect(await mails()).toHaveLength(1);
  await give(card, 10, at(12, "12:01"));
  expect(await mails()).toHaveLength(2);
});

it("offered at 23:00, it is told of at 9:00", async () => {
  await give((await receiver()).card, 40, at(11, "23:00"));
  expect(new Date((await mails())[0]?.sendAfter ?? "")).toEqual(at(12, "09:00"));
});

it("nobody is told who has no address, nor who ended it by the link, until they want it again on their profile", async () => {
  await give((await receiver({})).card, 10);
  expect(await mails()).toEqual([]);
  const burak = await receiver();
  await give(burak.card, 10);
  const token = (await mails())[0]?.leave.split("/").at(-1) ?? "";
  expect(await peekMailLink(database, token)).toMatchObject({ kind: "gift", wanted: true });
  await answerMailLink(database, { token, wanted: false, now: at(11) });
  const theirs = { merchantId: shop.merchantId, memberId: burak.id };
  expect(await mailPreferences(database, theirs)).toEqual([
    { kind: "expiry", wanted: true },
    { kind: "tier", wanted: true },
    { kind: "gift", wanted: false },
    { kind: "event", wanted: true },
  ]);
  await give(burak.card, 10, at(13));
  expect(await mails()).toHaveLength(1);
  const as = { actor: shop.member(burak.id), now: at(13), database };
  await setOwnMailPreference.execute(as, { kind: "gift", wanted: true });
  await give(burak.card, 10, at(13));
  expect(await mails()).toHaveLength(2);
});
