import type { SystemActor } from "@/lib/access/actor";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

/** 1 point for ₺1; 100 of them pay ₺1, half of a basket at most. */
const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate" as const, points: 1, per: 100 } }] },
  pointValue: { points: 100, amount: 100 },
  payment: { multiple: 100, share: 5000 },
};

/** A member with 20,000 points. */
async function saver({ merchantId, database }: OwnShop) {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  const as = { actor, database, now: new Date() };
  const { id } = await enrolMember.execute(as, { name: "Ada Yeni" });
  await recordPurchase.execute(as, {
    externalId: "saved",
    member: { id },
    occurredAt: as.now.toISOString(),
    lines: [{ productType: "coffee", amount: 2_000_000 }],
  });
}

test("half of ₺160 may be paid with points: the most, then fewer, are used; what does not fit is refused beside the field", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  const key = async () => {
    await till.amount.fill("160");
    await till.tile(/Coffee/).click();
  };
  try {
    await saver(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await key();
    await till.says("Up to 8,000 points, worth ₺80.00");
    await page.getByRole("button", { name: "Use 8,000 points" }).click();
    await till.says("80 points");
    await expect(till.record).toHaveText(/Record ₺80/);
    const field = page.getByRole("textbox", { name: "Pay with points" });
    await field.fill("8050");
    await till.says("Points pay by 100 at a time.");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await till.record.click();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await field.fill("5000");
    await expect(till.record).toHaveText(/Record ₺110/);
    await field.press("Enter");
    await till.says("110 points recorded for Ada Yeni, who paid with 5,000 points.");

    await till.choose("Ada Yeni");
    await till.says("15,110 points");
    await key();
    await page.getByRole("button", { name: "Use 8,000 points" }).click();
    await expect(till.record).toHaveText(/Record ₺80/);
    await page.getByRole("button", { name: "Take away" }).click();
    await expect(till.record).toHaveText(/Record ₺160/);
    await till.record.click();
    await till.says("160 points recorded for Ada Yeni.");
    const paid = await shop.database.sql`
      select points_tendered::int as points, paid_with_points::int as money from purchase
      where merchant_id = ${shop.merchantId} and external_id <> 'saved' order by recorded_at`;
    expect(paid).toEqual([
      { points: 5000, money: 5000 },
      { points: 0, money: 0 },
    ]);
  } finally {
    await shop.close();
  }
});

test("without a connection points are not used, which is said; taken away, the purchase waits on the till. A lost answer is asked for again", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  const use = async () => {
    await till.choose("Ada Yeni");
    await till.amount.fill("160");
    await till.tile(/Coffee/).click();
    await page.getByRole("button", { name: "Use 8,000 points" }).click();
    await expect(till.record).toHaveText(/Record ₺80/);
  };
  try {
    await saver(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await use();
    await context.setOffline(true);
    await till.says(/Points are used only with a connection: without one/);
    await page.getByRole("button", { name: "Take away" }).click();
    await till.says("Points are used only with a connection.");
    await till.record.click();
    await till.says("Kept on this till for Ada Yeni");
    await context.setOffline(false);
    await till.says("All sent");

    await use();
    let lost = 0;
    await page.route("**/till/purchases", async (route) => {
      lost += 1;
      if (lost > 1) {
        // Answered when it is known again who stands there; it may have been pressed before.
        await expect(page.getByRole("heading", { name: "Ada Yeni" })).toBeVisible();
        return route.continue();
      }
      await route.fetch();
      return route.abort();
    });
    await till.record.click();
    await till.says(/No answer came. Press Record again/);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Pay with points" })).toHaveValue("8000");
    await till.record.click();
    await till.says(/recorded for Ada Yeni, who paid with 8,000 points/);
    const paid = await shop.database.sql`
      select points_tendered::int as points from purchase
      where merchant_id = ${shop.merchantId} and external_id <> 'saved' order by recorded_at`;
    expect(paid).toEqual([{ points: 0 }, { points: 8000 }]);
  } finally {
    await shop.close();
  }
});
