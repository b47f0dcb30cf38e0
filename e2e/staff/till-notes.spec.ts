import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

test("what a cashier notes on a member's page stands below the member at the till", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { id } = await becomeRegular(installation, shop, { name: "Elif Arı" });
    await shop.signIn(page, "cashier");
    await page.goto(`/m/${shop.slug}/members/${id}?view=notes`);
    await page.getByLabel("A note").fill("Allergic to hazelnuts");
    await page.getByRole("button", { name: "Keep note" }).click();
    await expect(page.getByRole("main").getByText("Allergic to hazelnuts")).toBeVisible();
    const till = new TillPage(page);
    await till.open(shop.slug);
    await till.choose("Elif Arı");
    await expect(page.getByRole("region", { name: "Notes" })).toHaveText("Allergic to hazelnuts");
  } finally {
    await shop.close();
  }
});
