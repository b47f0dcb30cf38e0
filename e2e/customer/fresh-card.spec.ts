import { randomUUID } from "node:crypto";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

test("a card brought to the front after half a minute shows the 30 points that the till gave meanwhile; so does one that is online again", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  const earn = (points: number) => {
    const { merchantId, database } = shop;
    const now = new Date();
    return recordPurchase.execute(
      { actor: { kind: "system", merchantId, name: "journey", transport: "cli" }, now, database },
      {
        externalId: randomUUID(),
        member: { id: regular.id },
        occurredAt: now.toISOString(),
        lines: [{ productType: "coffee", name: "Flat white", quantity: 1, amount: points * 100 }],
      },
    );
  };
  await regular.signIn(context);
  await page.clock.install();
  await page.goto(`/c/${shop.slug}`);
  const sign = page.getByRole("banner");
  await expect(sign.getByText("100", { exact: true })).toBeVisible();
  await earn(30);
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.clock.fastForward(31_000);
  await comeBack();
  await expect(sign.getByText("130", { exact: true })).toBeVisible();
  await earn(5);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(sign.getByText("135", { exact: true })).toBeVisible();
  await shop.close();
});

test("that the card can stand on the home screen is said on the first visit of a device, and in the profile always", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Elif" });
  await regular.signIn(context);
  const hint = page.getByText("Your card can stand on your home screen");
  await page.goto(`/c/${shop.slug}`);
  await hint.click();
  await expect(page.getByText(/^iPhone: press Share/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("img", { name: /Code of your card/ })).toBeVisible();
  await expect(hint).toBeHidden();
  await page.goto(`/c/${shop.slug}/profile`);
  await expect(hint).toBeVisible();
  await shop.close();
});
