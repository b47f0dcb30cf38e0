import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { endOwnGift } from "@/lib/points/commands/end-own-gift";
import { offerGift } from "@/lib/points/commands/offer-gift";
import { previewGift } from "@/lib/points/commands/preview-gift";
import { onePerUnit, shopping } from "./shopping";
import { testMember } from "./test-member";
import { testMerchant } from "./test-merchant";

/** Noon of a day of March 2026. */
export const noonOf = (day: string) => new Date(`2026-03-${day}T12:00:00+03:00`);

/** Two members of a shop whose points last a month; the first has as many as told, since the 10th, and gives on the 11th. */
export async function giftPair(
  database: Database,
  points: number,
  gifts: { enabled?: boolean; acceptDays?: number } = {},
) {
  const program = { earning: { rules: [onePerUnit] }, expiry: { kind: "after" as const, months: 1 }, gifts };
  const shop = await testMerchant(database, { program });
  const [elif, burak] = [
    await testMember(database, shop, { name: "Elif Yıldırım" }),
    await testMember(database, shop, { name: "Burak Çelik" }),
  ];
  const { buy, balance, differences } = shopping(database, shop);
  await buy(elif.id, { lines: [points * 100], at: noonOf("10").toISOString() });
  const as = (id: string, now = noonOf("11")) => ({ actor: shop.member(id), now, database });
  const offer = (of: Record<string, unknown> = {}, now?: Date) =>
    offerGift.execute(as(elif.id, now), { id: randomUUID(), card: burak.card, points: 40, ...of });
  const preview = (of: Record<string, unknown> = {}, now?: Date) =>
    previewGift.execute(as(elif.id, now), { id: randomUUID(), card: burak.card, points: 40, ...of });
  const end = (who: string, gift: string, how: string, now?: Date) =>
    endOwnGift.execute(as(who, now), { gift, as: how });
  const has = async (id: string) => (await balance(id)).balance;
  return { shop, elif, burak, as, offer, preview, end, has, differences };
}
