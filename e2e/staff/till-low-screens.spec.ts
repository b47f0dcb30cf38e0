import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

test.beforeEach(async ({ page, installation, signInAs }) => {
  await signInAs("cashier");
  const till = new TillPage(page);
  await till.open(installation.slug);
  await till.choose("Burak Çelik");
  await till.tile(/^Latte/).click();
  await till.says(/afterwards/);
});

test.describe("on a tablet held flat, 1180 by 820", () => {
  test.use({ viewport: { width: 1180, height: 820 } });

  test("a regular with two notes: they and what there is to do besides buying are there without scrolling, and the last purchase below", async ({
    page,
  }) => {
    await new TillPage(page).choose("Elif Yıldırım");
    await expect(page.getByRole("region", { name: "Notes" }).getByRole("listitem")).toHaveCount(2);
    const activities = page.getByRole("region", { name: "Besides buying" });
    for (const button of await activities.getByRole("button").all())
      await expect(button).toBeInViewport({ ratio: 1 });
    const last = page.getByRole("region", { name: "Just now" }).getByRole("listitem");
    await expect(last.filter({ visible: true })).toHaveCount(1);
    expect(await bottomOf(activities)).toBeLessThanOrEqual(await topOf(last.first()));
  });
});

test.describe("on an old tablet, 1024 by 768", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("no activity and no reward is cut off by what stands below it", async ({ page }) => {
    for (const button of await page.getByRole("region", { name: "Besides buying" }).getByRole("button").all())
      await expect(button).toBeInViewport({ ratio: 1 });
    const rewards = page.getByRole("region", { name: /^With .* points/ });
    await expect(rewards).toBeVisible();
    expect(await bottomOf(rewards)).toBeLessThanOrEqual(await topOf(page.getByText("Pay with points")));
  });
});

test.describe("at twice the size on a laptop, 720 by 450", () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test("the reasons for the points do not lie behind Record", async ({ page }) => {
    const sum = page.getByText("Points", { exact: true });
    await sum.scrollIntoViewIfNeeded();
    expect(await bottomOf(sum)).toBeLessThanOrEqual(await topOf(page.getByText("Pay with points")));
  });
});

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return box;
};
const topOf = async (locator: Locator) => (await boxOf(locator)).y;
const bottomOf = async (locator: Locator) => {
  const { y, height } = await boxOf(locator);
  return y + height;
};
