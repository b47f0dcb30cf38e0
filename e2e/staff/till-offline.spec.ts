import type { Page } from "@playwright/test";
import type { SystemActor } from "@/lib/access/actor";
import { tillCachePrefix } from "@/lib/kernel/till-cache";
import { savePriceList } from "@/lib/products/commands/save-price-list";
import { connectTo } from "../fixtures/connection";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

async function sell({ database, merchantId }: OwnShop, name: string, revision: number): Promise<void> {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  const product = { sku: "one", name, productType: "coffee", price: 4_500, group: "Coffee" };
  await savePriceList.execute({ actor, database, now: new Date() }, { products: [product], revision });
}

/** Whether the till's page would open without a connection, with this on it. */
const keeps = (page: Page, { slug }: OwnShop, text: string) =>
  page.evaluate(
    async ([store, path, wanted]) => {
      const kept = await (await caches.open(store)).match(path);
      return (await kept?.text())?.includes(wanted) ?? false;
    },
    [`${tillCachePrefix}/m/${slug}/till`, `/m/${slug}/till`, text] as const,
  );

test("a till that is opened without a connection has its buttons, takes a card by its number, and sends the 45.00 once it is back; signed out, it keeps nothing", async ({
  browser,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const connection = await connectTo(installation.baseUrl);
  const page = await browser.newPage({ baseURL: connection.url });
  const till = new TillPage(page);
  try {
    await sell(shop, "Ristretto", 0);
    const regular = await becomeRegular(installation, shop, { name: "Derya Öz" });
    await shop.signIn(page, "cashier");
    await till.isReady();
    await expect.poll(() => keeps(page, shop, "Ristretto")).toBe(true);

    connection.cut();
    await page.reload();
    await till.isReady();
    await till.says(/The buttons are as they were today at \d+:\d\d\./);
    await till.scan(regular.card);
    await till.says("There is no connection to look this card up.");
    await till.tile("Ristretto").click();
    await expect(till.record).toContainText("₺45.00");
    await till.record.click();
    await till.says(/Kept on this till for/);
    await page.reload();
    await expect(page.getByRole("button", { name: "1 unsent" })).toBeVisible();

    // What was changed at the desk meanwhile is there as soon as there is a connection.
    await sell(shop, "Lungo", 1);
    connection.mend();
    await till.says("All sent");
    await expect(till.tile("Lungo")).toBeVisible();
    await expect(page.getByText("The buttons are as they were")).toBeHidden();
    const recorded = await shop.database.sql`
      select member_id as member, points::int from purchase where merchant_id = ${shop.merchantId}`;
    expect([...recorded]).toEqual([{ member: regular.id, points: 45 }]);

    await page.reload();
    await expect.poll(() => keeps(page, shop, "Lungo")).toBe(true);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    connection.cut();
    await expect(page.goto(`/m/${shop.slug}/till`)).rejects.toThrow();
  } finally {
    await page.close();
    await connection.close();
    await shop.close();
  }
});

test("a proxy that reaches nobody, with 502, 503 or 504, opens the till as it was kept, which keeps what is sold; a fault of our own, a 500, is shown", async ({
  browser,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const connection = await connectTo(installation.baseUrl);
  const page = await browser.newPage({ baseURL: connection.url });
  const till = new TillPage(page);
  try {
    await sell(shop, "Ristretto", 0);
    const regular = await becomeRegular(installation, shop, { name: "Derya Öz" });
    await shop.signIn(page, "cashier");
    await till.isReady();
    await expect.poll(() => keeps(page, shop, "Ristretto")).toBe(true);
    connection.answer(500);
    await page.reload();
    await expect(page.getByText("The proxy says 500.")).toBeVisible();
    for (const status of [502, 503, 504]) {
      connection.answer(status);
      await page.reload();
      await till.isReady();
      await till.says(/The buttons are as they were today at \d+:\d\d\./);
    }
    await till.scan(regular.card);
    await till.says("There is no connection to look this card up.");
    await till.tile("Ristretto").click();
    await till.record.click();
    await expect(page.getByRole("button", { name: "1 unsent" })).toBeVisible();
    connection.mend();
    await till.says("All sent");
    await expect(page.getByText("The buttons are as they were")).toBeHidden();
  } finally {
    await page.close();
    await connection.close();
    await shop.close();
  }
});
