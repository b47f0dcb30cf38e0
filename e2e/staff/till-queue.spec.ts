import type { BrowserContext } from "@playwright/test";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: {
    rules: [{ key: "ten", name: "Every ₺10", effect: { kind: "rate" as const, points: 1, per: 1000 } }],
  },
};

const purchases = async ({ database, merchantId }: OwnShop) =>
  database.sql<{ amount: number; points: number }[]>`
    select amount::int, points::int from purchase where merchant_id = ${merchantId} order by id`;

/** Lets a purchase through to the server and loses its answer on the way back, once. */
async function loseAnAnswer(context: BrowserContext): Promise<void> {
  await context.route(
    "**/till/purchases",
    async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    },
    { times: 1 },
  );
}

test("without a connection purchases wait on the till, survive a reload, and arrive once when it is back", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    const card = await till.enrol("Derya Öz");
    await till.says("All sent");
    await context.setOffline(true);
    await till.says("No connection");
    await page.keyboard.type("160");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await till.says("Kept on this till for Derya Öz.");

    // A card that was here before is known without asking.
    await till.isReady();
    await till.scan(card);
    await till.isServing("Derya Öz");
    await page.keyboard.type("90");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "2 unsent" })).toBeVisible();
    expect(await purchases(shop)).toEqual([]);

    // What waits is not of the network, whoever keeps the page.
    await context.route("**/till/purchases", (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByRole("button", { name: "2 unsent" })).toBeVisible();
    await context.unroute("**/till/purchases");
    await context.setOffline(true);
    await context.setOffline(false);
    await till.says("All sent");
    expect(await purchases(shop)).toEqual([
      { amount: 16_000, points: 16 },
      { amount: 9_000, points: 9 },
    ]);
  } finally {
    await shop.close();
  }
});

test("recorded while the member's details are still on their way: they are spoken of by name all the same", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const { id } = await becomeRegular(installation, shop, { name: "Lale Ak" });
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.isReady();
    // What is asked of the member by their id stays on its way; looking them up and recording do not.
    await page.route("**/till", (route) =>
      route.request().postData()?.includes(id) ? undefined : route.continue(),
    );
    await till.find.fill("Lale");
    await page.getByRole("list", { name: "Members found" }).getByRole("button", { name: "Lale Ak" }).click();
    await page.keyboard.type("160");
    await page.keyboard.press("Enter");
    await expect(till.record).toContainText("₺160.00");
    await page.keyboard.press("Enter");
    await till.says("16 points recorded for Lale Ak.");
  } finally {
    await shop.close();
  }
});

test("an answer that is lost on the way back is asked for again: the purchase is recorded once", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.enrol("Emre Koç");
    await loseAnAnswer(context);
    await page.keyboard.type("100");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await till.says("Kept on this till for Emre Koç.");
    await till.says("All sent");
    expect(await purchases(shop)).toEqual([{ amount: 10_000, points: 10 }]);
  } finally {
    await shop.close();
  }
});

test("a card that nobody has is refused when it arrives: the reason is told, it is mended with the right member, another is dropped", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.enrol("Selin Kaya");
    await page.getByRole("button", { name: "Somebody else" }).click();
    await context.setOffline(true);
    for (const amount of ["120", "45"]) {
      await till.isReady();
      await till.scan("199900000001");
      await till.says("There is no connection to look this card up.");
      await page.keyboard.type(amount);
      await page.keyboard.press("Enter");
      await expect(till.record).toContainText(`₺${amount}.00`);
      await page.keyboard.press("Enter");
      await till.says(/Kept on this till for 1999/);
      await expect(till.record).not.toContainText(amount);
    }
    await context.setOffline(false);
    await page.getByRole("button", { name: "2 refused" }).click();
    const list = page.getByRole("dialog");
    const first = list.getByRole("listitem").filter({ hasText: "₺120.00" });
    await expect(first).toContainText("No member is known by that.");
    await first.getByRole("button", { name: "Put back on the till" }).click();

    await expect(till.record).toContainText("₺120.00");
    await till.choose("Selin Kaya");
    await till.record.click();
    await till.says("12 points recorded for Selin Kaya.");

    await page.getByRole("button", { name: "1 refused" }).click();
    await list.getByRole("button", { name: "Drop" }).click();
    await page.getByRole("button", { name: "Drop it" }).click();
    await till.says("All sent");
    expect(await purchases(shop)).toEqual([{ amount: 12_000, points: 12 }]);
  } finally {
    await shop.close();
  }
});

test("whoever was signed out meanwhile signs in and is back at the till, the member and the basket with them", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.enrol("Ada Yeni");
    await page.keyboard.type("160");
    await page.keyboard.press("Enter");
    await till.says("16 points afterwards");
    await context.clearCookies();
    await till.record.click();
    await page.waitForURL("**/sign-in?to=*");
    await shop.signInHere(page, "cashier");
    await page.waitForURL(`**/m/${shop.slug}/till`);
    await till.isServing("Ada Yeni");
    await expect(till.record).toContainText("₺160.00");
    await till.record.click();
    await till.says("16 points recorded for Ada Yeni.");
    expect(await purchases(shop)).toHaveLength(1);
  } finally {
    await shop.close();
  }
});

test("two tabs are two tills: each has its own basket, and both see what waits", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  const other = new TillPage(await context.newPage());
  try {
    await shop.signIn(page, "cashier");
    await till.enrol("Mert Polat");
    await page.keyboard.type("50");
    await page.keyboard.press("Enter");
    await other.open(shop.slug);
    await expect(other.record).toHaveText(/^Record/);
    await expect(other.record).not.toContainText("₺50.00");
    await context.setOffline(true);
    await till.record.click();
    await expect(other.page.getByRole("button", { name: "1 unsent" })).toBeVisible();
    await context.setOffline(false);
    await till.says("All sent");
    await other.says("All sent");
    expect(await purchases(shop)).toEqual([{ amount: 5_000, points: 5 }]);
  } finally {
    await shop.close();
  }
});
