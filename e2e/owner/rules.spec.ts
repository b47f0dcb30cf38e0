import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";

test("an owner adds a rule to the draft, looks at the difference, publishes it, and finds it in force", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/program/rules`);
  await expect(page.getByRole("heading", { name: "How points are earned" })).toBeVisible();
  await page.getByRole("link", { name: "Add a rule" }).click();
  await page.getByRole("radio", { name: "A fixed number" }).check();
  await page.getByLabel("Name", { exact: true }).fill("Rainy day");
  await page.getByLabel("Points", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Add to draft" }).click();
  const draft = new DraftPage(page);
  await draft.hasOneChange();
  await draft.publish("It rains in November");
  await page.goto(`/m/${installation.slug}/program/versions`);
  await expect(page.getByText("It rains in November")).toBeVisible();
});

test("an owner reads what regulars hold and takes it as a file", async ({ page, installation, signInAs }) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/insights`);
  await expect(page.getByRole("heading", { name: /Regulars hold [\d,]+ points/ })).toBeVisible();
  const answer = await page.request.get(`/m/${installation.slug}/insights/points.csv`);
  expect(answer.headers()["content-type"]).toContain("text/csv");
  expect((await answer.text()).split("\n").length).toBeGreaterThan(25);
});
