import { readFileSync } from "node:fs";
import { mailedLink } from "../fixtures/mailed-link";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

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
  await page.goto(`/c/${shop.slug}/join`);
  await expect(page.getByRole("checkbox")).not.toBeChecked();
  await page.getByLabel("E-mail address").fill("not an address");
  await page.getByLabel("Your name, if you like").fill("Ada");
  await page.getByRole("button", { name: "Become a member" }).click();
  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(page.getByLabel("Your name, if you like")).toHaveValue("Ada");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Become a member" }).click();
  await expect(page.getByText("Your link is ready.")).toBeVisible();

  const phone = await browser.newContext({ locale: "en-GB" });
  const other = await phone.newPage();
  await other.goto(await mailedLink(installation, email));
  await other.getByRole("main").getByRole("button").first().click();
  await expect(other.getByRole("img", { name: /Code of your card/ })).toBeVisible();
  await other.getByRole("link", { name: "Your profile" }).click();
  await expect(other.getByText("You agreed.")).toBeVisible();
  await other.getByText("Every answer you gave").click();
  await expect(other.getByText(/agreed on joining/)).toBeVisible();
  await other.getByRole("button", { name: "Take it back" }).click();
  await expect(other.getByText("You did not agree.")).toBeVisible();
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
  await page.goto(`/c/${shop.slug}/profile`);
  await page.getByLabel("Name").fill("Elif Y.");
  await page.getByLabel("Phone number").fill("0532 41");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("A mobile number has ten digits after the 0; this has five.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Elif Y.");
  await page.getByLabel("Phone number").fill("0532 765 43 21");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const data = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  expect(data.member).toMatchObject({ name: "Elif Y.", phone: "+905327654321", balance: 100 });
  expect(data.purchaseLine).toHaveLength(1);

  await page.getByText("Leave the program").click();
  await page.getByRole("button", { name: "Leave and give up 100 points" }).click();
  await expect(page.getByText(/^You left/)).toBeVisible();
  await page.goto(`/c/${shop.slug}`);
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
  await page.getByLabel("E-mail address").fill(regular.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Your link is ready.")).toBeVisible();
  await page.goto(await mailedLink(installation, regular.email));
  await page.getByRole("main").getByRole("button").first().click();
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

  await page.goto(home);
  await page.evaluate(async (url) => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 100 && !(await caches.match(url)); tries++) {
      await new Promise((next) => requestAnimationFrame(next));
    }
  }, home);
  const kept = await page.evaluate(async (url) => (await caches.match(url))?.text() ?? "", home);
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
    await expect(page.getByText("No connection. This is your card as of")).toBeVisible();
    await expect(page.getByRole("img", { name: /Code of your card/ })).toBeVisible();
  }
  await connection(500);
  // A fault of our own is shown: to a page that is not watched for them.
  const other = await context.newPage();
  await other.goto(home);
  await expect(other.getByText("The proxy says 500.")).toBeVisible();
  await other.close();
  await connection("there");
  await page.goto(home);
  await expect(page.getByText("No connection.")).toBeHidden();

  await page.goto(`${home}/profile`);
  await page.getByRole("button", { name: "Sign out on this device" }).click();
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await context.clearCookies();
});
