import { offerEvening, tastings } from "../fixtures/evening";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";

test("two managers change an evening at once, its name and its places: both are kept", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, tastings);
  const { database, merchantId } = shop;
  const saved = () => database.sql`select name, places from event where merchant_id = ${merchantId}`;
  try {
    const event = await offerEvening(shop, 4);
    await shop.signIn(page, "owner");
    const other = await context.newPage();
    for (const one of [page, other]) {
      await one.goto(`/m/${shop.slug}/events/${event}`);
      await one.getByRole("button", { name: "Change", exact: true }).click();
    }
    await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Beans of Yemen");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Beans of Yemen" })).toBeVisible();
    await other.getByRole("dialog").getByLabel("Places", { exact: true }).fill("6");
    await other.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(other.getByText("0 of 6 places are taken, 0 are in.")).toBeVisible();
    expect(await saved()).toEqual([{ name: "Beans of Yemen", places: 6 }]);
  } finally {
    await shop.close();
  }
});

test("two managers change the shop at once, each something else: neither takes the other's change back", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    const settings = `/m/${shop.slug}/settings/shop`;
    await page.goto(settings);
    const other = await context.newPage();
    await other.goto(settings);
    await page.getByLabel("One point is called").fill("bean");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await other.getByLabel("Undo at the till").fill("15");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await expect(other.getByText("Saved.")).toBeVisible();
    await expect(other.getByLabel("One point is called")).toHaveValue("bean");
    const kept = await shop.database.sql`
      select point_name as name, undo_minutes as minutes from merchant where id = ${shop.merchantId}`;
    expect(kept).toEqual([{ name: { one: "bean", other: "bean" }, minutes: 15 }]);
  } finally {
    await shop.close();
  }
});

test("two managers change the program at once: the second sees what the first changed, and decides", async ({
  page,
  browser,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const other = await browser.newContext();
  try {
    await shop.signIn(page, "owner");
    const second = await other.newPage();
    await shop.signIn(second, "manager");
    const types = `/m/${shop.slug}/program/product-types`;
    await Promise.all([page.goto(types), second.goto(types)]);
    await page.getByLabel("Product type 1").fill("Filter coffee");
    await page.getByRole("button", { name: "Save in draft" }).click();
    await expect(page.getByText(/Your draft has one change/)).toBeVisible();
    await second.getByLabel("Product type 1").fill("Espresso");
    await second.getByRole("button", { name: "Save in draft" }).click();
    const dialog = second.getByRole("dialog");
    await expect(dialog.getByText("Filter")).toBeVisible();
    await dialog.getByRole("button", { name: "Save mine over it" }).click();
    await expect(dialog).toBeHidden();
    await expect(second.getByLabel("Product type 1")).toHaveValue("Espresso");
  } finally {
    await other.close();
    await shop.close();
  }
});
