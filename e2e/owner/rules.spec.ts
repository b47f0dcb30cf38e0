import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";

test("an owner adds 3 a visit to the draft, reads what it would have given for one purchase of 20.00, publishes it, and finds it in force", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await becomeRegular(installation, shop, { name: "Elif", points: 20 });
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rules`);
    await expect(page.getByRole("heading", { name: "How points are earned" })).toBeVisible();
    await page.getByRole("link", { name: "Add a rule" }).click();
    await page.getByRole("radio", { name: "A fixed number" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Rainy day");
    await page.getByLabel("Points", { exact: true }).fill("3");
    await page.getByRole("button", { name: "Add to draft" }).click();
    const draft = new DraftPage(page);
    await draft.hasOneChange();
    const rehearsal = page.getByRole("region", {
      name: "Over the last day this draft would have given 15% more points",
    });
    await expect(rehearsal).toContainText("One member would have got more, nobody less.");
    await rehearsal.getByRole("link", { name: "15% more points" }).click();
    await expect(rehearsal.getByRole("row", { name: /Elif/ })).toContainText("+3");
    await draft.publish("It rains in November");
    await page.goto(`/m/${shop.slug}/program/versions`);
    await expect(page.getByText("It rains in November")).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("a rule of Mondays with points and a budget becomes a fixed number: its day, points and budget stay, and stand in its sentence", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rules?new`);
    const monday = page.getByRole("checkbox", { name: "Mon" });
    const [points, per, budget] = ["Points", "For every", "In all, for everybody"].map((label) =>
      page.getByLabel(label, { exact: true }),
    );
    if (!points || !per || !budget) throw new Error("the form has these fields");
    await monday.check();
    await points.fill("5");
    await per.fill("12.50");
    await budget.fill("3000");
    await page.getByRole("radio", { name: "A fixed number" }).check();
    await expect(page.getByRole("region", { name: "The rule" })).toContainText(
      /Monday.* earns 5 points more/,
    );
    await expect(monday).toBeChecked();
    await expect(points).toHaveValue("5");
    await expect(budget).toHaveValue("3000");
    await page.getByRole("radio", { name: "Multiply" }).check();
    await expect(page.getByLabel("Times", { exact: true })).toHaveValue("2");
    await page.getByRole("radio", { name: "For what is spent" }).check();
    await expect(points).toHaveValue("5");
    await expect(per).toHaveValue("12.50");
  } finally {
    await shop.close();
  }
});

test("an owner reads what regulars hold and takes it as a file", async ({ page, installation, signInAs }) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/insights`);
  await expect(page.getByRole("heading", { name: /Regulars hold [\d,]+ points/ })).toBeVisible();
  const answer = await page.request.get(`/m/${installation.slug}/insights/points.csv`);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  expect((await answer.text()).split("\n").length).toBeGreaterThan(25);
});

test("a rule for the till and for a kiosk that is named by hand: chosen by name, read in words, and both are ticked next time", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rules?new`);
    await page.getByRole("radio", { name: "A fixed number" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Here and at the kiosk");
    await page.getByLabel("Points", { exact: true }).fill("5");
    await page.getByRole("checkbox", { name: "The till" }).check();
    await page.getByLabel("Elsewhere").fill("kiosk 3");
    await expect(page.getByText(/Through the till or kiosk 3/)).toBeVisible();
    await page.getByRole("button", { name: "Add to draft" }).click();
    await expect(page.getByText(/Your draft has one change/)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "kiosk 3" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "The till" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Online" })).not.toBeChecked();
    await expect(page.getByLabel("Elsewhere")).toHaveValue("");
  } finally {
    await shop.close();
  }
});
