import { applyProgram } from "@/lib/program/commands/apply-program";
import { programSchema } from "@/lib/program/schemas";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";
import { DraftPage } from "../pages/draft-page";

test("the demo's versions say that its owner published them", async ({ page, installation, signInAs }) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/program/versions`);
  await expect(page.getByRole("row", { name: /Opening/ })).toContainText("Deniz Aksoy");
});

test("version 2 gave 1 a lira and 3 gives 2: made the draft again, 2 is read as what it changes, and published it is 4", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { merchantId, database } = shop;
    const actor = { kind: "system" as const, merchantId, name: "journey", transport: "cli" as const };
    const [base] = onePerLira.earning.rules;
    const content = programSchema.parse({
      ...onePerLira,
      earning: { rules: [{ ...base, effect: { kind: "rate", points: 2, per: 100 } }] },
    });
    await applyProgram.execute({ actor, database, now: new Date() }, { content });
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/versions/2`);
    await page.getByRole("button", { name: "Make it the draft" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make it the draft" }).click();
    await page.waitForURL(`**/m/${shop.slug}/program/difference`);
    const draft = new DraftPage(page);
    await draft.hasOneChange();
    await draft.publish();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Nothing waits to be published. Version 4 is in force.",
    );
    await page.getByRole("main").getByRole("link", { name: "Versions" }).last().click();
    await expect(page.getByRole("row", { name: /In force/ })).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("version 2 shows the cookie first, 3 the coffee: made the draft again, 2 is one reward that moved, not two rules that did, and can be published", async ({
  page,
  installation,
}) => {
  const reward = (key: string, name: string) => ({
    key,
    name,
    gives: { kind: "product" as const },
    price: { kind: "points" as const, points: 100 },
  });
  const [cookie, coffee] = [reward("cookie", "A cookie"), reward("coffee", "A coffee")];
  const { rules } = onePerLira.earning;
  const visit = { key: "visit", name: "Visit", effect: { kind: "bonus" as const, points: 3 } };
  const first = { ...onePerLira, rewards: [cookie, coffee], earning: { rules: [...rules, visit] } };
  const shop = await openShop(installation, first);
  const { merchantId, database, slug } = shop;
  const actor = { kind: "system" as const, merchantId, name: "journey", transport: "cli" as const };
  const draft = new DraftPage(page);
  try {
    const content = programSchema.parse({
      ...first,
      rewards: [coffee, cookie],
      earning: { rules: [visit, ...rules] },
    });
    await applyProgram.execute({ actor, database, now: new Date() }, { content });
    await shop.signIn(page, "owner");

    await page.goto(`/m/${slug}/program/versions/2`);
    await page.getByRole("button", { name: "Make it the draft" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make it the draft" }).click();
    await page.waitForURL(`**/m/${slug}/program/difference`);
    await draft.hasOneChange();
    await expect(page.getByRole("main").getByText("Moved", { exact: true })).toBeVisible();
    await draft.publish();
    await page.goto(`/m/${slug}/program/rewards`);
    await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("A cookie");
  } finally {
    await shop.close();
  }
});
