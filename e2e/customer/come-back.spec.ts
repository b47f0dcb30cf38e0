import { endSession } from "../fixtures/end-session";
import { mailedLink } from "../fixtures/mailed-link";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { GiftsPage } from "../pages/gifts-page";

test("a session that ended leads back to the very place: the entry that stood open, also by another address", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 10 });
  await regular.signIn(context);
  await page.goto(`/c/${shop.slug}/history?entry=1`);
  await endSession(context, installation);
  await page.reload();
  await expect(page.getByText("You were signed out on this device")).toBeVisible();
  await page.getByLabel("E-mail address").fill("another@example.com");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await page.getByRole("link", { name: "Another address" }).click();
  await page.getByLabel("E-mail address").fill(regular.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Your link is ready.")).toBeVisible();
  const link = await mailedLink(installation, regular.email);
  await page.goto(link);
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page).toHaveURL(/\/history\?entry=1$/);
  // Pressed once more in the mail, it has done what it was for.
  await page.goto(link);
  await expect(page.getByRole("img", { name: /Code of your card/ })).toBeVisible();
  await shop.close();
});

test("whoever never was signed in here is not told that they were signed out; what was said once is not said again", async ({
  page,
  installation,
}) => {
  const home = `/c/${installation.slug}`;
  await page.goto(`${home}/rewards?got=x&reward=breakfast`);
  expect(new URL(page.url()).searchParams.get("to")).toBe(`${home}/rewards?reward=breakfast`);
  await expect(page.getByText("The link leads on to the page that you asked for.")).toBeVisible();
  await expect(page.getByText("signed out")).toBeHidden();
});

test("a file pressed in a tab that is signed out leads to the sign-in, and from there to its page", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 10 });
  for (const [path, name] of [
    ["profile", "Download my data"],
    ["history", "Download the history (CSV)"],
  ] as const) {
    await regular.signIn(context);
    await page.goto(`/c/${shop.slug}/${path}`);
    await context.clearCookies();
    await page.getByRole("link", { name }).click();
    await page.waitForURL(/\/sign-in\?/);
    expect(new URL(page.url()).searchParams.get("to")).toBe(`/c/${shop.slug}/${path}`);
  }
  await shop.close();
});

test("a gift: what was pressed is said, also when it was decided elsewhere; an address cannot claim one", async ({
  page,
  context,
  browser,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const gifts = new GiftsPage(page, shop.slug);
  await page.goto(`/c/${shop.slug}/gifts?given=anything`);
  await expect(gifts.given).toHaveCount(0);
  await gifts.offer({ card: burak.card, points: 40 });
  const theirs = await browser.newContext({ locale: "en-GB" });
  await burak.signIn(theirs);
  const received = new GiftsPage(await theirs.newPage(), shop.slug);
  await received.open();
  await gifts.takeBack.click();
  await gifts.says("Taken back: 40 points on your card again.");
  await received.accept.click();
  await expect(received.refusal).toHaveText("This gift was decided already.");
  await theirs.close();
  await shop.close();
});

test("an address that a phone's keyboard began with a capital is the shop's all the same", async ({
  page,
  installation,
}) => {
  const { slug } = installation;
  const typed = slug.charAt(0).toUpperCase() + slug.slice(1);
  await page.goto(`/c/${typed}/join?x=1`);
  await expect(page).toHaveURL(new RegExp(`/c/${slug}/join\\?x=1$`));
  await page.goto(`/c/${typed}`);
  await expect(page).toHaveURL(new RegExp(`/c/${slug}/sign-in`));
});

test("a shop that there is not is said in words, with 404, where no script runs", async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "tr-TR" });
  const page = await context.newPage();
  for (const path of ["/c/no-such-shop", "/c/no-such-shop/join"]) {
    const answer = await page.goto(`${installation.baseUrl}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "Bu adreste bir sayfa yok." })).toBeVisible();
  }
  await context.close();
});
