import type { SystemActor } from "@/lib/access/actor";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { setOwnConsent } from "@/lib/members/commands/set-own-consent";
import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

test("a manager finds those who agree to offers, tells two apart who look alike, and goes on to compare two others", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, {});
  try {
    const { merchantId, database } = shop;
    const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
    const as = { actor, database, now: new Date() };
    const enrol = async (name: string, email: string) => (await enrolMember.execute(as, { name, email })).id;
    const ada = await enrol("Ada Alkan", "ada@example.com");
    await enrol("Ada A.", "a.da@example.com");
    await enrol("Berk Bulut", "berk@example.com");
    await enrol("Berk B.", "berk+kahve@example.com");
    const own = { ...as, actor: { kind: "member", merchantId, memberId: ada, transport: "web" } as const };
    await setOwnConsent.execute(own, { kind: "marketing", given: true, locale: "en" });

    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members`);
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Offers and news").selectOption("given");
    await page.getByRole("button", { name: "Show them" }).click();
    await expect(page).toHaveURL(/marketing=given/);
    await expect(page.getByRole("link", { name: "Ada Alkan" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Berk Bulut" })).toBeHidden();
    await expect(page.getByText("agreed to offers and news")).toBeVisible();

    await page.goto(`/m/${shop.slug}/members/alike`);
    await expect(page.getByRole("listitem").filter({ hasText: "same e-mail" })).toHaveCount(2);
    const adas = page.getByRole("listitem").filter({ hasText: "Ada Alkan" });
    await adas.getByRole("button", { name: "Two people" }).click();
    await expect(adas).toBeHidden();
    await page.getByRole("button", { name: "Show them again" }).click();
    await expect(adas).toBeVisible();
    await adas.getByRole("button", { name: "Two people" }).click();
    await expect(adas).toBeHidden();
    await page.getByRole("link", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { name: /Berk .* and Berk/ })).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("a condition taken away by its chip does not come back with the next filter", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/members?marketing=given&balanceFrom=100`);
  await page.getByRole("link", { name: "Take away: agreed to offers and news" }).click();
  await expect(page).not.toHaveURL(/marketing/);
  await page.getByText("Change the filter", { exact: true }).click();
  await expect(page.getByLabel("Offers and news")).toHaveValue("");
  await expect(page.getByLabel("Points, at least")).toHaveValue("100");
  await page.getByRole("button", { name: "Show them" }).click();
  await expect(page).toHaveURL(/balanceFrom=100$/);
});

test("the search field says what the list is of: emptied by All members, and what it was on the way back", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("owner");
  const here = `/m/${installation.slug}/members`;
  await page.goto(here);
  const field = page.getByRole("searchbox", { name: "Find a member" }).last();
  await field.fill("Elif");
  await expect(page).toHaveURL(/q=Elif$/);
  await page.getByRole("button", { name: /^Segment/ }).click();
  await page.getByRole("menuitem", { name: "All members" }).click();
  await expect(page).toHaveURL(new RegExp(`${here}$`));
  await expect(field).toHaveValue("");
  await page.goBack();
  await expect(page).toHaveURL(/q=Elif$/);
  await expect(field).toHaveValue("Elif");
});

test("a filter of 1,000 spent, saved as a segment, is that segment from then on: shown by its name, not offered for saving again", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, {});
  try {
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members?spendFrom=1,000&balanceFrom=1,200`);
    await page.getByRole("button", { name: "Save as a segment" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Good guests");
    await page.getByRole("dialog").getByRole("button", { name: "Save segment" }).click();
    await expect(page.getByRole("button", { name: "Segment: Good guests" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Save as a segment" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Remove the segment" })).toBeVisible();
  } finally {
    await shop.close();
  }
});
