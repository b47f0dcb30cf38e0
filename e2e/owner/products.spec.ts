import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = { productTypes: [{ key: "coffee", name: "Coffee" }] };

test("a manager prices the first product, is told what is missing, and the till has it; a second tab does not overwrite it", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/settings/products`);
    const other = await context.newPage();
    await other.goto(`/m/${shop.slug}/settings/products`);

    await expect(page.getByText("No products yet.")).toBeVisible();
    await page.getByRole("button", { name: "Add a product" }).click();
    await page.getByLabel("Name of product 1").fill("Latte");
    await page.getByLabel("Price of Latte").fill("free");
    await page.getByRole("button", { name: "Save the price list" }).click();
    await expect(page.getByLabel("Price of Latte")).toHaveAccessibleDescription(/160 or 160.50/);
    await expect(page.getByLabel("Name of product 1")).toHaveValue("Latte");
    await page.getByLabel("Price of Latte").fill("170");
    await page.getByRole("button", { name: "Save the price list" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();

    await other.getByRole("button", { name: "Add a product" }).click();
    await other.getByLabel("Name of product 1").fill("Tea");
    await other.getByLabel("Price of Tea").fill("60");
    await other.getByRole("button", { name: "Save the price list" }).click();
    await expect(other.getByText(/Somebody else saved the price list/)).toBeVisible();
    await expect(other.getByLabel("Price of Tea")).toHaveValue("60");
    await other.close();

    const till = new TillPage(page);
    await till.open(shop.slug);
    await expect(till.tile(/^Latte/)).toContainText("₺170");
  } finally {
    await shop.close();
  }
});
