import { expect, test } from "../fixtures/test";

test("the poster invites in both languages, whichever the one who prints it reads", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/poster`);
  await expect(page.locator("main [lang=en]", { hasText: "Become a regular." })).toBeVisible();
  await expect(page.locator("main [lang=tr]", { hasText: "Müdavim olun." })).toBeVisible();
});
