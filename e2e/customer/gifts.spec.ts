import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { CardPage } from "../pages/card-page";
import { GiftsPage } from "../pages/gifts-page";
import { HistoryPage } from "../pages/history-page";

test("a gift to another member's card: refused beside the form, sent once, accepted by them", async ({
  page,
  browser,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const gifts = new GiftsPage(page, shop.slug);
  await gifts.open();
  await gifts.card.fill(burak.card);
  await gifts.points.fill("400");
  await gifts.give.click();
  await expect(page.getByText("There are 100 points; 400 were asked for.")).toBeVisible();
  await expect(gifts.card).toHaveValue(burak.card);
  await gifts.points.fill("40");
  await gifts.give.dblclick();
  await expect(page.getByText("To Burak Ç.")).toHaveCount(1);
  await page.reload();
  await expect(page.getByText("To Burak Ç.")).toHaveCount(1);

  const theirs = await browser.newContext({ locale: "en-GB" });
  await burak.signIn(theirs);
  const other = await theirs.newPage();
  await other.goto(`/c/${shop.slug}`);
  await other.getByRole("link", { name: "Look" }).click();
  const received = new GiftsPage(other, shop.slug);
  await received.accept.click();
  await expect(received.gift("From Elif Y.")).toContainText("accepted");
  await theirs.close();
  const card = new CardPage(page, shop.slug);
  await card.open();
  await card.has(60);
  await shop.close();
});

test("40 of 100 offered and taken back, 30 offered and declined: all 100 are there, both histories name the other, and who comes too late is told", async ({
  page,
  browser,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const theirs = await browser.newContext({ locale: "en-GB" });
  await burak.signIn(theirs);
  const [gifts, card, history] = [
    new GiftsPage(page, shop.slug),
    new CardPage(page, shop.slug),
    new HistoryPage(page, shop.slug),
  ];
  const received = new GiftsPage(await theirs.newPage(), shop.slug);

  await gifts.open();
  await gifts.offer({ card: burak.card, points: 40 });
  await card.open();
  await card.has(60);
  // Burak looks at it before Elif takes it back, and presses after.
  await received.open();
  await gifts.open();
  await gifts.takeBack.click();
  await expect(gifts.gift("To Burak Ç.")).toContainText("taken back");
  await card.open();
  await card.has(100);
  await received.accept.click();
  await expect(received.refusal).toHaveText("This gift was decided already.");
  await expect(received.refusal).toBeFocused();
  await expect(received.gift("From Elif Y.")).toContainText("taken back");

  await gifts.open();
  await gifts.offer({ card: burak.card, points: 30 });
  await received.open();
  await received.decline.click();
  await expect(received.gift("From Elif Y.")).toContainText("declined");
  await history.open();
  const back = history.entry("Gift to Burak Ç., back again");
  await expect(back).toContainText("+30");
  await expect(back).toContainText("Declined, given on");
  await back.getByRole("link").click();
  await expect(history.entries.first()).toContainText("Given to Burak Ç.");
  await card.open();
  await card.has(100);
  await theirs.close();
  await shop.close();
});
