import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { giftPair, noonOf } from "@/db/testing/gift-pair";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { previewGift } from "./commands/preview-gift";
import { ownGifts } from "./queries/own-gifts";

const database = await testDatabase();

test("looked at before: 40 of 100 go to Burak Ç. and leave 60, until 25 March; nothing has moved", async () => {
  const { elif, as, preview, has, differences } = await giftPair(database, 100, { acceptDays: 14 });
  const id = randomUUID();
  expect(await preview({ id })).toEqual({
    id,
    to: "Burak Ç.",
    points: 40,
    left: 60,
    expiresAt: noonOf("25").toISOString(),
  });
  expect(await has(elif.id)).toBe(100);
  expect((await ownGifts.execute(as(elif.id), {})).gifts).toEqual([]);
  expect(await differences()).toEqual([]);
});

test("a preview refuses what giving refuses, beside the same field", async () => {
  const { elif, preview } = await giftPair(database, 100);
  const other = await testMember(database, await testMerchant(database));
  const refused = (path: string, code: string) => ({ fields: [expect.objectContaining({ path, code })] });
  await expect(preview({ card: other.card })).rejects.toMatchObject(refused("card", "card_unknown"));
  await expect(preview({ card: elif.card })).rejects.toMatchObject(refused("card", "gift_to_self"));
  await expect(preview({ card: "417" })).rejects.toMatchObject(refused("card", "card_digits"));
  await expect(preview({ points: 101 })).rejects.toMatchObject(refused("points", "insufficient_points"));
  const without = await giftPair(database, 100, { enabled: false });
  await expect(without.preview()).rejects.toMatchObject({ code: "gifts_disabled" });
});

test("all 100 given and the answer lost: the form sent again is that gift, with fewer points or another card it is a new one", async () => {
  const { shop, offer, preview } = await giftPair(database, 100);
  const { id } = await offer({ points: 100 });
  expect(await preview({ id, points: 100 })).toEqual({ given: id });
  await expect(preview({ id, points: 40 })).rejects.toMatchObject({ code: "insufficient_points" });
  const cem = await testMember(database, shop, { name: "Cem Ak" });
  const next = await giftPair(database, 100);
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
  const { shop, burak, as, offer, preview } = await giftPair(database, 100);
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
  const later = new Date(noonOf("11").getTime() + 15 * 60_000);
  await expect(preview({}, later)).resolves.toMatchObject({ to: "Burak Ç." });
});
