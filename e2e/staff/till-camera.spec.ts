import QRCode from "qrcode";
import { refuseCamera, showToCamera } from "../fixtures/camera";
import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = { productTypes: [{ key: "coffee", name: "Coffee" }] };

test("a card held to the camera is read, and its member stands at the till; without permission it says what to do instead", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    const card = await till.enrol("Işıl Öztürk");
    await page.getByRole("button", { name: "Somebody else" }).click();

    const scan = page.getByRole("button", { name: "Scan with the camera" });
    await refuseCamera(page);
    await scan.click();
    await till.says("The browser was not allowed to use the camera.");
    await page.getByRole("button", { name: "Close" }).click();

    await showToCamera(page, await QRCode.toDataURL(card, { margin: 4, width: 300 }));
    await scan.click();
    await till.isServing("Işıl Öztürk");
    await expect(page.getByRole("dialog")).toBeHidden();
  } finally {
    await shop.close();
  }
});
