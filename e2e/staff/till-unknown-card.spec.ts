import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

test("a card scanned without a connection turns out to be nobody's: somebody new is enrolled there and then", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.isReady();
    await context.setOffline(true);
    await till.scan("199900000001");
    await till.says("There is no connection to look this card up.");
    await context.setOffline(false);
    await till.says("Nobody has this card.");
    await page.getByRole("button", { name: "Enrol somebody new" }).click();
    const form = page.getByRole("form", { name: "A new member" });
    await form.getByLabel("Name").fill("Selin Kaya");
    await form.getByRole("button", { name: "Enrol", exact: true }).click();
    await till.isServing("Selin Kaya");
  } finally {
    await shop.close();
  }
});

test("a name of 300 letters, the number 12 and the e-mail a@ are refused at once, each beside its field", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const till = new TillPage(page);
  try {
    await shop.signIn(page, "cashier");
    await till.isReady();
    await page.getByRole("button", { name: "Enrol somebody new" }).click();
    const form = page.getByRole("form", { name: "A new member" });
    await form.getByLabel("Name").fill("A".repeat(300));
    await form.getByLabel("Mobile number").fill("12");
    await form.getByLabel("E-mail").fill("a@");
    await form.getByRole("button", { name: "Enrol", exact: true }).click();
    for (const field of ["Name", "Mobile number", "E-mail"])
      await expect(form.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
  } finally {
    await shop.close();
  }
});
