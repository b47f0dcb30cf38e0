import type { BrowserContext } from "@playwright/test";
import { connectTo } from "../fixtures/connection";
import type { Installation } from "../fixtures/installation";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { GiftsPage } from "../pages/gifts-page";
import { ProfilePage } from "../pages/profile-page";

/** A regular's browser whose line can be cut, with the card kept for that. */
async function onTheLine(context: BrowserContext, installation: Installation) {
  const shop = await openShop(installation, onePerLira);
  const connection = await connectTo(installation.baseUrl);
  const elif = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak Çelik" });
  await elif.signIn(context);
  const page = await context.newPage();
  const home = `${connection.url}/c/${shop.slug}`;
  await page.goto(home);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path))?.ok, `/c/${shop.slug}`))
    .toBe(true);
  await page.reload();
  const close = async () => {
    await page.close();
    await connection.close();
    await shop.close();
  };
  const gifts = new GiftsPage(page, shop.slug);
  return { shop, connection, page, home, burak, gifts, close };
}

test("a gift pressed while the phone knows that it has no connection: said beside the button, and nothing is lost", async ({
  context,
  installation,
}) => {
  const { page, home, burak, gifts, close } = await onTheLine(context, installation);
  await page.goto(`${home}/gifts`);
  await gifts.fill({ card: burak.card, points: 40 });
  for (const [press, then] of [
    [gifts.check, gifts.question],
    [gifts.give, gifts.given],
  ] as const) {
    await context.setOffline(true);
    await press.click();
    await expect(gifts.refusal).toHaveText("No connection. Nothing was sent.");
    await context.setOffline(false);
    await press.click();
    await expect(then).toBeVisible();
  }
  await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);
  await close();
});

for (const step of ["check", "give"] as const) {
  test(`the line dies under a gift (${step}): the page that says so leads back to it as it was typed, and it is given once`, async ({
    context,
    installation,
  }) => {
    const { page, home, burak, gifts, connection, close } = await onTheLine(context, installation);
    const typed = { card: burak.card, points: 40 };
    await page.goto(`${home}/gifts`);
    await gifts.fill(typed);
    if (step === "give") await gifts.check.click();
    connection.cut();
    await gifts[step].click();
    await expect(page.getByText("What you typed is kept")).toBeVisible();
    connection.mend();
    // The card first, for that is what an app opens with.
    await page.goto(home);
    await page.goto(`${home}/gifts`);
    await gifts.holds(typed);
    await gifts.check.click();
    await gifts.give.click();
    await expect(gifts.gifts("To Burak Ç.")).toHaveCount(1);
    await page.goto(`${home}/gifts`);
    await expect(gifts.points).toHaveValue("");
    await close();
  });
}

test("a customer turns to Turkish: the card that is kept turns, too, by the same worker, and so does the page that says that nothing was sent", async ({
  context,
  installation,
}) => {
  const { page, shop, home, connection, close } = await onTheLine(context, installation);
  const worker = async (language: string) =>
    (await page.request.get(`${home}/sw.js`, { headers: { "accept-language": language } })).text();
  expect(await worker("tr")).toBe(await worker("en"));
  await page.goto(`${home}/profile`);
  await new ProfilePage(page, shop.slug).turkish.click();
  const profile = new ProfilePage(page, shop.slug, "tr");
  await expect(profile.save).toBeVisible();
  const kept = () =>
    page.evaluate(async (path) => (await (await caches.match(path))?.text()) ?? "", `/c/${shop.slug}`);
  await expect.poll(kept).toContain('lang="tr"');
  await profile.name.fill("Elif Kaya");
  connection.cut();
  await profile.save.click();
  await expect(page.getByRole("heading")).toHaveText("Bağlantı yok");
  await expect(page.getByText("Yazdıklarınız duruyor.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "tr");
  connection.mend();
  await page.getByRole("link", { name: "Geri dön" }).click();
  await expect(profile.name).toHaveValue("Elif Kaya");
  await close();
});

for (const [what, fail] of [
  ["whose server is down (502)", (line) => line.answer(502)],
  ["on a line that takes everything and says nothing", (line) => line.hang()],
] as [string, (line: Awaited<ReturnType<typeof connectTo>>) => void][]) {
  test(`a card ${what} is shown as it was last known, and any other page leads to it`, async ({
    context,
    installation,
  }) => {
    const { page, home, connection, close } = await onTheLine(context, installation);
    fail(connection);
    await page.goto(home);
    await expect(page.getByText("No connection. This is your card as of")).toBeVisible();
    connection.mend();
    await page.goto(home);
    await expect(page.getByText("No connection.")).toBeHidden();
    await close();
  });
}

test("the card of one shop stays on the phone while somebody looks at another shop's join page", async ({
  context,
  installation,
}) => {
  const { page, shop, connection, close } = await onTheLine(context, installation);
  await page.goto(`${connection.url}/c/${installation.slug}/join`);
  await expect(page.getByRole("heading", { name: /Become a regular/ })).toBeVisible();
  const isKept = () => page.evaluate(async (path) => (await caches.match(path))?.ok, `/c/${shop.slug}`);
  expect(await isKept()).toBe(true);
  await page.goto(`${connection.url}/c/${shop.slug}/profile`);
  await page.getByRole("button", { name: "Sign out on this device" }).click();
  await expect.poll(isKept).toBeUndefined();
  await close();
});
