import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";

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
