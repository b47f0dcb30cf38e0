import { expectNoSidewaysScroll } from "../fixtures/axe";
import { offerEvening, tastings } from "../fixtures/evening";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";
import { TillPage } from "../pages/till-page";

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

test("a till in one hand: found, keyed with the thumb on the till's own digits, recorded without scrolling, taken back", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const till = new TillPage(page);
  try {
    await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 40 });
    await shop.signIn(page, "cashier");
    await till.isReady();
    await expectNoSidewaysScroll(page);
    await till.find.fill("Elif");
    await page.getByRole("list", { name: "Members found" }).getByRole("button", { name: "Elif" }).tap();
    await till.isServing("Elif Yıldırım");
    // The device's own keyboard stays away.
    await expect(till.amount).toHaveAttribute("inputmode", "none");
    const digits = page.getByRole("group", { name: "Digits" });
    for (const digit of ["1", "6", "6", "0"])
      await digits.getByRole("button", { name: digit, exact: true }).tap();
    await digits.getByRole("button", { name: "Delete the last digit" }).tap();
    await digits.getByRole("button", { name: "Delete the last digit" }).tap();
    await digits.getByRole("button", { name: "0", exact: true }).tap();
    await expect(till.amount).toHaveValue("160");
    await till.tile(/Coffee/).tap();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(till.record).toBeInViewport({ ratio: 1 });
    await expect(till.record).toHaveText(/₺160/);
    await expectNoSidewaysScroll(page);
    await till.record.tap();
    await till.says("160 points recorded for Elif Yıldırım.");
    await till.undoOf("Elif Yıldırım").tap();
    await till.says(/₺160.00 refunded/);
  } finally {
    await shop.close();
  }
});

test("a manager on the way: the menu leads to the members, one is found, their points are put right, a rule is changed and published", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const dialog = page.getByRole("dialog");
  const goTo = async (area: string) => {
    await page.getByRole("button", { name: "Menu" }).tap();
    await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: area }).tap();
  };
  try {
    await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 40 });
    await shop.signIn(page, "owner");
    await goTo("Members");
    await page.getByRole("main").getByLabel("Find a member").fill("Elif");
    await page.getByRole("link", { name: "Elif Yıldırım" }).tap();
    await expect(page.getByText("40 points to spend.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Change points" }).tap();
    await dialog.getByLabel("Points, up or down").fill("10");
    await dialog.getByLabel("Reason").fill("The queue was long");
    const send = dialog.getByRole("button", { name: "Change points" });
    await expect(send).toBeInViewport({ ratio: 1 });
    await send.tap();
    await expect(page.getByText("Done. The balance is 50 points.")).toBeVisible();

    await goTo("Program");
    await page.getByRole("link", { name: "Add a rule" }).tap();
    // The form comes before the list: where the eye is.
    await expect(page.getByLabel("Points", { exact: true })).toBeInViewport();
    await page.getByLabel("Name", { exact: true }).fill("Two for ten");
    await page.getByLabel("Points", { exact: true }).fill("2");
    await page.getByLabel("For every", { exact: true }).fill("10");
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Add to draft" }).tap();
    const draft = new DraftPage(page);
    await draft.hasOneChange();
    await draft.publish();
    await goTo("Settings");
    await expectNoSidewaysScroll(page);
  } finally {
    await shop.close();
  }
});

test("the door in one hand: a member is booked, somebody is found by a part of their name and let in, another by Enter, and nothing has to be scrolled sideways for", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, tastings);
  const dialog = page.getByRole("dialog");
  const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
  const find = page.getByLabel("Name, card or code");
  const names = ["Ayşegül Karaosmanoğlu", "Burak Çelik"];
  try {
    await offerEvening(shop, 8);
    for (const name of names) await becomeRegular(installation, shop, { name, points: 120 });
    await shop.signIn(page, "cashier");
    await page.goto(`/m/${shop.slug}/events`);
    await page.getByRole("link", { name: "Beans of Ethiopia" }).tap();
    for (const name of names) {
      await page.getByRole("button", { name: "Book a member" }).tap();
      await dialog.getByLabel("Card, phone or name").fill(name);
      await dialog.getByRole("button", { name }).tap();
      await expect(page.getByText(`${name} has a place.`)).toBeVisible();
    }
    await expect(page.getByText("2 of 8 places are taken, 0 are in.")).toBeVisible();
    await expectNoSidewaysScroll(page);

    await find.fill("aysegul");
    await expect(line("Burak Çelik")).toHaveCount(0);
    const letIn = line("Ayşegül").getByRole("button", { name: "Check in" });
    await expect(letIn).toBeInViewport({ ratio: 1 });
    // Who it is stands on one line, with what to press below it.
    const [who, press] = [await line("Ayşegül").getByRole("link").boundingBox(), await letIn.boundingBox()];
    expect(who?.height).toBeLessThan(30);
    expect(press?.y).toBeGreaterThan((who?.y ?? 0) + (who?.height ?? 0));
    expect(press?.height).toBeGreaterThanOrEqual(40);
    await letIn.tap();
    await expect(page.getByText("Ayşegül Karaosmanoğlu is in.")).toBeVisible();
    await expect(line("Ayşegül")).toContainText("In since");
    await find.fill("burak");
    await find.press("Enter");
    await expect(page.getByText("Burak Çelik is in.")).toBeVisible();
    await expect(page.getByText("2 of 8 places are taken, 2 are in.")).toBeVisible();
    await expectNoSidewaysScroll(page);
  } finally {
    await shop.close();
  }
});
