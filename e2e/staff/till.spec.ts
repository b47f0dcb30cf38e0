import { expect, test } from "../fixtures/test";

test("a cashier signs in, finds a member, sees what a coffee earns, records it and undoes it", async ({
  page,
  installation,
}) => {
  const { email, password } = installation.people.cashier;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/m/${installation.slug}/till$`));

  await page.getByRole("textbox", { name: "Find a member" }).fill("elif");
  const found = page.getByRole("list", { name: "Members found" });
  await found.getByRole("button", { name: /Elif Yıldırım/ }).click();
  await page.getByRole("textbox", { name: "Amount" }).fill("160");
  await page.getByRole("button", { name: "coffee" }).click();
  const record = page.getByRole("button", { name: /^Record/ });
  await expect(record).toHaveText(/160/);
  await expect(page.getByText(/afterwards/)).toBeVisible();
  await record.click();

  const undo = page.getByRole("button", { name: "Undo the purchase of Elif Yıldırım" }).first();
  await expect(undo).toBeVisible();
  await undo.click();
  await expect(page.getByText(/refunded, .* taken back/).first()).toBeVisible();
});

test("a cashier finds nothing where only owners go", async ({ page, installation, signInAs }) => {
  await signInAs("cashier");
  for (const path of ["settings/team", "settings/keys", "program/rules", "insights"]) {
    const answer = await page.goto(`/m/${installation.slug}/${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});
