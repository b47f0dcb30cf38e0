import QRCode from "qrcode";
import { refuseCamera, showToCamera } from "../fixtures/camera";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { CardPage } from "../pages/card-page";
import { GiftsPage } from "../pages/gifts-page";
import { HistoryPage } from "../pages/history-page";

test("40 of 100 to another member's card: 400 are refused beside the field, whose card it is and 60 that stay are shown first, sent once for two presses, accepted by them", async ({
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
  await gifts.fill({ card: burak.card, points: 400, message: "For the coffee" });
  await gifts.check.click();
  await expect(gifts.points).toHaveAccessibleDescription(/There are 100 points; 400 were asked for\./);
  await gifts.holds({ card: burak.card, points: 400, message: "For the coffee" });
  await gifts.points.fill("40");
  await gifts.check.click();
  await expect(gifts.question).toHaveText("Give 40 points to Burak Ç.?");
  await expect(gifts.question).toBeFocused();
  await gifts.comesTo({ "On your card now": "100", "This gift": "−40", "Left on your card": "60" });
  await gifts.give.dblclick();
  await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);
  await page.reload();
  await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);

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

test("a gift that is looked at and not given: changed, gone back from and left alone, all 100 stay and what was typed is there", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const [gifts, card] = [new GiftsPage(page, shop.slug), new CardPage(page, shop.slug)];
  const typed = { card: burak.card, points: 40, message: "For the coffee" };
  await gifts.open();
  await gifts.fill(typed);
  await gifts.check.click();
  await gifts.change.click();
  await gifts.holds(typed);
  await gifts.check.click();
  await expect(gifts.question).toBeVisible();
  await page.goBack();
  await gifts.holds(typed);
  await gifts.check.click();
  await expect(gifts.question).toBeVisible();
  await card.open();
  await card.has(100);
  await gifts.open();
  await expect(gifts.card).toHaveValue("");
  await expect(gifts.gifts("To Burak Ç.")).toHaveCount(0);
  await shop.close();
});

test("40 of 100 are looked at while 80 are given in another tab: 20 are there, which is said beside what was typed", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const gifts = new GiftsPage(page, shop.slug);
  const other = new GiftsPage(await context.newPage(), shop.slug);
  const typed = { card: burak.card, points: 40 };
  await gifts.open();
  await gifts.fill(typed);
  await gifts.check.click();
  await expect(gifts.question).toBeVisible();
  await other.open();
  await other.offer({ card: burak.card, points: 80 });
  await gifts.give.click();
  await expect(gifts.points).toHaveAccessibleDescription(/There are 20 points; 40 were asked for\./);
  await gifts.holds(typed);
  await shop.close();
});

test("a card held to the camera fills in its number and goes on to the points; another code is no card; nothing is loaded before the press", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") loaded.push(new URL(request.url()).pathname);
  });
  const gifts = new GiftsPage(page, shop.slug);
  const picture = (text: string) => QRCode.toDataURL(text, { margin: 4, width: 300 });
  await gifts.open();
  await refuseCamera(page);
  await gifts.scan.click();
  await gifts.says("The browser was not allowed to use the camera.");
  expect(loaded.filter((path) => !path.endsWith("/sw.js"))).toEqual([]);
  await showToCamera(page, await picture("https://example.com/menu"));
  await gifts.scan.click();
  await gifts.says("This is no card.");
  await gifts.closeCamera.click();
  await showToCamera(page, await picture(burak.card));
  await gifts.scan.click();
  await expect(gifts.card).toHaveValue(burak.card.replace(/(\d{4})(?=\d)/g, "$1 "));
  await expect(gifts.points).toBeFocused();
  await gifts.points.fill("40");
  await gifts.check.click();
  await expect(gifts.question).toHaveText("Give 40 points to Burak Ç.?");
  await shop.close();
});

test("where no script runs a gift is shown, changed and given all the same, and there is no camera to press", async ({
  browser,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: "en-GB",
    baseURL: installation.baseUrl,
  });
  await elif.signIn(context);
  const gifts = new GiftsPage(await context.newPage(), shop.slug);
  await gifts.open();
  await expect(gifts.scan).toBeHidden();
  await gifts.fill({ card: "1234 5678 9012", points: 40 });
  await gifts.check.click();
  await expect(gifts.card).toHaveAccessibleDescription(/No card here has this number\./);
  await gifts.card.fill(burak.card);
  await gifts.check.click();
  await gifts.change.click();
  await gifts.holds({ card: burak.card, points: 40 });
  await gifts.check.click();
  await gifts.give.click();
  await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);
  await context.close();
  await shop.close();
});

test("whoever tries card numbers through waits a quarter of an hour, and what they typed stays", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  await elif.signIn(context);
  const gifts = new GiftsPage(page, shop.slug);
  await gifts.open();
  const typed = { card: "1234 5678 9012", points: 40 };
  await gifts.fill(typed);
  for (let tried = 0; tried < 20; tried++) {
    await gifts.check.click();
    await expect(gifts.card).toHaveAccessibleDescription(/No card here has this number\./);
  }
  await gifts.check.click();
  await expect(gifts.refusal).toHaveText(/^Too many attempts\. Try again in 1[45] minutes\./);
  await gifts.holds(typed);
  await shop.close();
});
