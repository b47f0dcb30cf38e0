import { readFileSync } from "node:fs";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { CardDoorPage } from "../pages/card-door-page";
import { CardPage } from "../pages/card-page";
import { ProfilePage } from "../pages/profile-page";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate" as const, points: 1, per: 100 } }] },
  rewards: [
    {
      key: "beans",
      name: "House beans",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 40 },
    },
    {
      key: "breakfast",
      name: "Breakfast for two",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 150 },
    },
  ],
};

test("joining from the poster: one screen, the link pressed on another device, the answer for offers kept", async ({
  page,
  browser,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const email = `poster@${shop.slug}.example`;
  const door = new CardDoorPage(page, shop.slug);
  await door.openJoin();
  await expect(door.offers).not.toBeChecked();
  await door.email.fill("not an address");
  await door.name.fill("Ada");
  await door.join.click();
  await expect(door.email).toHaveAccessibleDescription("This is not an e-mail address like ada@example.com.");
  await expect(door.name).toHaveValue("Ada");
  await door.email.fill(email);
  await door.offers.check();
  await door.join.click();
  await door.linkIsReady();

  const phone = await browser.newContext({ locale: "en-GB" });
  const other = await phone.newPage();
  await new CardDoorPage(other, shop.slug).follow(installation, email);
  const [card, profile] = [new CardPage(other, shop.slug), new ProfilePage(other, shop.slug)];
  await expect(card.code).toBeVisible();
  await card.profile.click();
  await profile.says("You agreed.");
  await profile.openAnswers();
  await profile.says(/agreed on joining/);
  await profile.takeBack.click();
  await profile.says("You did not agree.");
  await phone.close();
  await shop.close();
});

test("a profile keeps what was typed when refused, the data comes as a file, and leaving ends the card", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const regular = await becomeRegular(installation, shop, { name: "Elif Yıldırım", points: 100 });
  await regular.signIn(context);
  const profile = new ProfilePage(page, shop.slug);
  await profile.open();
  await profile.name.fill("Elif Y.");
  await profile.phone.fill("0532 41");
  await profile.save.click();
  await profile.says("A mobile number has ten digits after the 0; this has five.");
  await expect(profile.name).toHaveValue("Elif Y.");
  await profile.phone.fill("0532 765 43 21");
  await profile.saves();

  const data = JSON.parse(readFileSync(await profile.download(), "utf8"));
  expect(data.member).toMatchObject({ name: "Elif Y.", phone: "+905327654321", balance: 100 });
  expect(data.purchaseLine).toHaveLength(1);

  await profile.leave("Leave and give up 100 points");
  await new CardPage(page, shop.slug).open();
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await shop.close();
});

test("an expired session leads back to the page that it was on", async ({ page, context, installation }) => {
  const shop = await openShop(installation, program);
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 10 });
  await regular.signIn(context);
  await page.goto(`/c/${shop.slug}/history?q=latte`);
  await context.clearCookies();
  await page.reload();
  const door = new CardDoorPage(page, shop.slug);
  await door.ask(regular.email);
  await door.follow(installation, regular.email);
  await expect(page).toHaveURL(/\/history\?q=latte$/);
  await shop.close();
});

test("no script of the framework on a card's pages; the card without a connection, or behind a proxy that answers 502, 503 or 504, says since when; gone after sign-out", async ({
  page,
  context,
  installation,
  signInAs,
}) => {
  await signInAs("customer");
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  const home = `/c/${installation.slug}`;
  for (const path of ["", "/history", "/rewards", "/how", "/profile", "/gifts"]) await page.goto(home + path);
  expect(scripts.filter((path) => !path.endsWith("/sw.js"))).toEqual([]);

  const card = new CardPage(page, installation.slug);
  await card.open();
  const kept = await card.isKept();
  expect(kept).toMatch(/data-offline-note(="[^"]*")? class/);
  expect(kept).toContain("No connection. This is your card as of");
  expect(kept).not.toContain("<script");
  // Where there is no connection, the worker's own requests fail; a proxy that reaches nobody answers by itself.
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const connection = (is: "there" | "cut" | number) =>
    worker.evaluate((state) => {
      const scope = self as unknown as { fetch: unknown; online?: unknown };
      scope.online ??= scope.fetch;
      const answers = async ({ url }: Request) => {
        if (typeof state !== "number") throw new TypeError("no connection");
        const answer = new Response(`The proxy says ${state}.`, { status: state });
        return Object.defineProperty(answer, "url", { value: url });
      };
      scope.fetch = state === "there" ? scope.online : answers;
    }, is);
  for (const state of ["cut", 502, 503, 504] as const) {
    await connection(state);
    await page.goto(`${home}/history`);
    await expect(card.offlineNote).toBeVisible();
    await expect(card.code).toBeVisible();
  }
  await connection(500);
  // A fault of our own is shown: to a page that is not watched for them.
  const other = await context.newPage();
  await other.goto(home);
  await expect(other.getByText("The proxy says 500.")).toBeVisible();
  await other.close();
  await connection("there");
  await card.open();
  await expect(card.offlineNote).toBeHidden();

  const profile = new ProfilePage(page, installation.slug);
  await profile.open();
  await profile.signOut.click();
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await context.clearCookies();
});
