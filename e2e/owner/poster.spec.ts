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

test("the poster is read from across a shop: one A4 page, no line on it under 24 px", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/poster`);
  const poster = page.getByRole("region", { name: "Join poster" });
  const sizes = await poster
    .locator("p")
    .evaluateAll((lines) => lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)));
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  await page.emulateMedia({ media: "print" });
  // 297 mm at 96 dots an inch.
  expect(Math.round((await poster.boundingBox())?.height ?? 0)).toBeLessThanOrEqual(1123);
});
