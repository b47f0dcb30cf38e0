import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

test("a cashier signs in, finds a member, sees what a flat white earns, records it and undoes it", async ({
  page,
  installation,
}) => {
  const { email, password } = installation.people.cashier;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/m/${installation.slug}/till$`));

  const till = new TillPage(page);
  await till.choose("Elif Yıldırım");
  await till.tile(/^Flat white/).click();
  await expect(till.tile(/^Flat white/)).toHaveAccessibleName(/1 in the basket/);
  await expect(till.record).toHaveText(/160/);
  await till.says(/afterwards/);
  await till.record.click();

  const undo = till.undoOf("Elif Yıldırım");
  await undo.click();
  await till.says(/refunded, .* taken back/);
});

test("a cashier finds nothing where only owners and managers go", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("cashier");
  for (const path of ["settings/team", "settings/keys", "settings/products", "program/rules", "insights"]) {
    const answer = await page.goto(`/m/${installation.slug}/${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});
