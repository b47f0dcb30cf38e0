import { readFileSync } from "node:fs";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";

test("an owner gives a reward a picture, reads the difference, publishes it, and members see it on their card", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, {
    rewards: [
      { key: "cup", name: "A cup", gives: { kind: "product" }, price: { kind: "points", points: 20 } },
    ],
  });
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rewards?reward=cup`);
    const choose = page.getByLabel("Choose a picture");
    await choose.setInputFiles({
      name: "notes.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("not a picture"),
    });
    await expect(page.getByText("Use a PNG, JPEG or WebP picture.")).toBeVisible();
    await choose.setInputFiles({
      name: "coffee.webp",
      mimeType: "image/webp",
      buffer: readFileSync(new URL("../../db/seed/pictures/coffee.webp", import.meta.url)),
    });
    await expect(page.getByAltText("The picture as members see it")).toBeVisible();
    await page.getByRole("button", { name: "Save in the draft" }).click();
    const draft = new DraftPage(page);
    await draft.hasOneChange();
    await draft.difference(shop.slug);
    await expect(page.getByRole("main")).toContainText("A cup has a picture");
    await draft.publish();

    const regular = await becomeRegular(installation, shop, { name: "Elif" });
    await regular.signIn(context);
    await page.goto(`/c/${shop.slug}/rewards`);
    const picture = page.getByRole("listitem").filter({ hasText: "A cup" }).locator("img");
    await expect(picture).toHaveJSProperty("naturalWidth", 480);
    const response = await page.request.get((await picture.getAttribute("src")) ?? "");
    expect(response.headers()).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    const stranger = await page.request.get(`/c/${shop.slug}/pictures/${"0".repeat(64)}`);
    expect(stranger.status()).toBe(404);
  } finally {
    await shop.close();
  }
});
