import { mailedLink } from "../fixtures/mailed-link";
import { expect, test } from "../fixtures/test";
import { CardPage } from "../pages/card-page";
import { HistoryPage } from "../pages/history-page";

test("a customer asks for a link, presses it open, and reads where the last points came from", async ({
  page,
  installation,
}) => {
  const { slug, people } = installation;
  await page.goto(`/c/${slug}`);
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  await page.getByLabel("E-mail address").fill(people.customer.email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByText("Your link is ready.")).toBeVisible();

  await page.goto(await mailedLink(installation, people.customer.email));
  await page.getByRole("main").getByRole("button").first().click();
  const [card, history] = [new CardPage(page, slug), new HistoryPage(page, slug)];
  await expect(card.code).toBeVisible();

  await card.goTo("History");
  await expect(page.getByRole("heading", { name: /This is how they came/ })).toBeVisible();
  await history.explain(history.awards.first());
  await history.isExplained(/^\d+ points?:/);
  await history.isExplained(/rules of \d+/i);

  await card.goTo("How it works");
  await expect(page.getByRole("heading", { name: "How points work here." })).toBeVisible();
  await expect(page.getByText("Every ₺10 spent earns 1 point")).toBeVisible();
});

test("an installed card begins inside its scope, stays there at the press of a word, and holds no shop whose word begins alike", async ({
  page,
  installation,
  signInAs,
}) => {
  const home = `/c/${installation.slug}`;
  await signInAs("customer");
  const { scope, start_url: start } = await (await page.request.get(`${home}/manifest.webmanifest`)).json();
  expect(`${home}-two`.startsWith(scope)).toBe(false);
  const isWithin = () => expect(page).toHaveURL((url) => url.pathname.startsWith(scope));
  await page.goto(start);
  await isWithin();
  const card = new CardPage(page, installation.slug);
  await expect(card.code).toBeVisible();
  await card.goTo("History");
  await isWithin();
  await card.goTo("Card");
  await expect(card.code).toBeVisible();
  await isWithin();
  // Whoever is signed in already is led on from the sign-in.
  await page.goto(`${home}/join`);
  await expect(card.code).toBeVisible();
  await isWithin();
});

test("without a session the card leads to its sign-in, and another shop has none", async ({
  page,
  installation,
}) => {
  await page.goto(`/c/${installation.slug}/history`);
  await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  const answer = await page.goto("/c/no-such-shop");
  expect(answer?.status()).toBe(404);
});
