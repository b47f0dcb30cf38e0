import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";
import { TillPage } from "../pages/till-page";

test("an owner asks for 20 visits instead of 10, reads the sentence, publishes the difference, and till and card say what is missing", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, {
    tiers: [{ key: "gold", name: "Gold", needs: { visits: 10 } }],
  });
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/tiers`);
    await expect(page.getByText("Gold is reached with ten visits.")).toBeVisible();
    await page.getByLabel("Visits").fill("none");
    await page.getByRole("button", { name: "Save in draft" }).click();
    await expect(page.getByText("Write a whole number from 1.")).toBeVisible();
    await expect(page.getByLabel("Visits")).toHaveValue("none");
    await page.getByLabel("Visits").fill("20");
    await page.getByLabel("What it brings").fill("The table by the window");
    await page.getByRole("button", { name: "Save in draft" }).click();
    const draft = new DraftPage(page);
    await draft.hasOneChange();
    await draft.difference(shop.slug);
    await expect(page.getByRole("main")).toContainText("With it: The table by the window.");
    await draft.publish();

    const regular = await becomeRegular(installation, shop, { name: "Elif", points: 3 });
    const till = new TillPage(page);
    await till.open(shop.slug);
    await till.choose("Elif");
    await expect(page.getByText("18 visits from Gold, once this one is recorded.")).toBeVisible();

    await regular.signIn(context);
    await page.goto(`/c/${shop.slug}`);
    await expect(page.getByText("19 visits from Gold.")).toBeVisible();
  } finally {
    await shop.close();
  }
});
