import QRCode from "qrcode";
import { showToCamera } from "../fixtures/camera";
import { offerEvening, tastings } from "../fixtures/evening";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

test("a cashier books two for one place, gives the first one's back, and lets the second in by the code on their phone, once", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, tastings);
  try {
    const { database, merchantId } = shop;
    await offerEvening(shop, 1);
    for (const name of ["Ada Yılmaz", "Burak Çelik"])
      await becomeRegular(installation, shop, { name, points: 120 });
    await becomeRegular(installation, shop, { name: "Cem Kaya", points: 20 });

    await shop.signIn(page, "cashier");
    await page.goto(`/m/${shop.slug}/events`);
    await page.getByRole("link", { name: "Beans of Ethiopia" }).click();
    const book = async (name: string) => {
      await page.getByRole("button", { name: "Book a member" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Card, phone or name").fill(name);
      await dialog.getByRole("button", { name }).click();
    };
    await book("Cem Kaya");
    await expect(page.getByRole("dialog")).toContainText("There are 20 points; 100 were asked for.");
    await page.getByRole("button", { name: "Close" }).click();
    await book("Ada Yılmaz");
    await expect(page.getByText("Ada Yılmaz has a place.")).toBeVisible();
    await expect(page.getByText("1 of 1 places are taken, 0 are in.")).toBeVisible();
    await book("Burak Çelik");
    await expect(page.getByText("Burak Çelik waits for a place.")).toBeVisible();

    const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
    await line("Ada Yılmaz").getByRole("button", { name: "Give the place back" }).click();
    await expect(page.getByText("Given back. The next one has the place.")).toBeVisible();
    await expect(line("Ada Yılmaz")).toHaveCount(0);

    const [voucher] = await database.sql<{ code: string }[]>`
      select r.code from redemption r where r.merchant_id = ${merchantId} and r.status = 'open'`;
    await showToCamera(page, await QRCode.toDataURL(voucher?.code ?? "", { margin: 4, width: 300 }));
    await page.getByRole("button", { name: "Scan with the camera" }).click();
    await expect(page.getByText("Burak Çelik is in.")).toBeVisible();
    await expect(line("Burak Çelik")).toContainText("In since");

    await page.getByLabel("Name, card or code").fill(voucher?.code ?? "");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: /in/ })).toBeVisible();
    await expect(page.getByText("1 of 1 places are taken, 1 are in.")).toBeVisible();
  } finally {
    await shop.close();
  }
});
