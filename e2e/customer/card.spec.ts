import { mailedLink } from "../fixtures/mailed-link";
import { expect, test } from "../fixtures/test";

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
  await expect(page.getByRole("img", { name: /Code of your card/ })).toBeVisible();

  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { name: /This is how they came/ })).toBeVisible();
  const award = page.locator("details").first();
  await award.locator("summary").click();
  await expect(award.getByText(/points?:/).first()).toBeVisible();
  await expect(award.getByText(/rules of \d+/i)).toBeVisible();

  await page.getByRole("link", { name: "How it works" }).click();
  await expect(page.getByRole("heading", { name: "How points work here." })).toBeVisible();
  await expect(page.getByText("Every ₺10 spent earns 1 point")).toBeVisible();
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
