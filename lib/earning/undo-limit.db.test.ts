import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { testMember } from "@/db/testing/test-member";
import { testMerchant } from "@/db/testing/test-merchant";
import { updateSettings } from "@/lib/merchants/commands/update-settings";
import { recordPurchase } from "./commands/record-purchase";
import { refundPurchase } from "./commands/refund-purchase";

const database = await testDatabase();
const at = (minutes: number) => new Date(Date.parse("2026-11-26T09:00:00Z") + minutes * 60_000);

/** A shop with one purchase of 160.00, recorded at minute 0. */
async function openWithPurchase() {
  const shop = await testMerchant(database);
  const cashier = await shop.staff("cashier");
  const { id } = await testMember(database, shop);
  const as = (actor: typeof cashier, minutes: number) => ({ actor, now: at(minutes), database });
  const { purchase } = await recordPurchase.execute(as(cashier, 0), {
    externalId: "p1",
    member: { id },
    // It waited on the till for two days: what counts is when it was recorded.
    occurredAt: at(-2 * 24 * 60).toISOString(),
    lines: [{ productType: "coffee", amount: 16_000 }],
  });
  const undo = (actor: typeof cashier, minutes: number) =>
    refundPurchase.execute(as(actor, minutes), { purchase: purchase.id, externalId: `undo-${purchase.id}` });
  const limit = (undoMinutes: number | null) => updateSettings.execute(as(shop.actor, 0), { undoMinutes });
  return { ...shop, cashier, undo, limit };
}

test("a cashier takes a purchase back 30 minutes after it was recorded, and not a minute later; a manager does", async () => {
  const { undo, cashier, staff } = await openWithPurchase();
  await expect(undo(cashier, 31)).rejects.toMatchObject({ code: "undo_over", params: { minutes: 30 } });
  expect((await undo(await staff("manager"), 31)).refund.amount).toBe(16_000);
});

test("the answer to an undo that was in time is the same when it is asked for again after the limit", async () => {
  const { undo, cashier } = await openWithPurchase();
  const first = await undo(cashier, 30);
  expect(await undo(cashier, 45)).toEqual(first);
});

test("the owner may set 5 minutes, 0 for managers only, or no limit at all", async () => {
  const { undo, cashier, limit } = await openWithPurchase();
  await limit(5);
  await expect(undo(cashier, 6)).rejects.toMatchObject({ code: "undo_over" });
  await limit(0);
  await expect(undo(cashier, 1)).rejects.toMatchObject({ code: "undo_over" });
  await limit(null);
  expect((await undo(cashier, 60 * 24)).refund.amount).toBe(16_000);
});

test("a limit of minus one minute, of half a minute and of eight days is refused by its field", async () => {
  const { limit } = await openWithPurchase();
  for (const minutes of [-1, 0.5, 8 * 24 * 60, Number.NaN]) {
    await expect(limit(minutes)).rejects.toMatchObject({ fields: [{ path: "undoMinutes" }] });
  }
});
