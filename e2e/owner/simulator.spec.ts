import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  tiers: [{ key: "gold", name: "Gold" }],
  earning: {
    rules: [{ key: "ten", name: "Every ₺10", effect: { kind: "rate" as const, points: 1, per: 1000 } }],
  },
};

test("a rule is drafted with its sentence beside it, simulated against what is published, and earns once it is published", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rules`);
    await page.getByRole("link", { name: "Add a rule" }).click();
    await page.getByRole("radio", { name: "Multiply" }).check();
    await page.getByLabel("Name", { exact: true }).fill("Gold mornings");
    await page.getByRole("checkbox", { name: "Gold" }).check();
    await page.getByRole("button", { name: "Add to draft" }).click();
    await expect(page.getByText("Your draft has one change.")).toBeVisible();
    await expect(page.getByText("Members still earn by version 2")).toBeVisible();

    await page.getByRole("link", { name: "Simulator" }).click();
    await expect(page.getByRole("heading", { name: "10 points, in the draft as now." })).toBeVisible();
    await page.getByLabel("Tier").selectOption("Gold");
    await expect(page.getByRole("heading", { name: "The draft gives 10 points more." })).toBeVisible();

    await page.getByLabel("A name for this basket").fill("Gold coffee");
    await page.getByRole("button", { name: "Keep this basket" }).click();
    const kept = page.getByRole("listitem").filter({ hasText: "Gold coffee" });
    await kept.getByText("Gold coffee").click();
    await expect(kept).toContainText("Coffee ₺100.00.");
    await expect(kept).toContainText(/0 as published, 10 in the draft\./);
    await page.getByLabel("Tier").selectOption("None");
    await kept.getByRole("link", { name: "Open in the simulator" }).click();
    await expect(page.getByLabel("Tier")).toHaveValue("gold");

    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("Mornings were quiet");
    await page.getByRole("button", { name: "Publish version 3" }).click();
    await expect(page.getByText("Version 3 is in force.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "This basket earns 20 points." })).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("two people cannot overwrite each other's draft unseen", async ({ page, browser, installation }) => {
  const shop = await openShop(installation, program);
  const another = await browser.newPage();
  try {
    await shop.signIn(page, "owner");
    await shop.signIn(another, "manager");
    const tiers = `/m/${shop.slug}/program/tiers`;
    await Promise.all([page.goto(tiers), another.goto(tiers)]);
    await page.getByLabel("Tier 1").fill("Golden");
    await page.getByRole("button", { name: "Save in draft" }).click();
    await expect(page.getByText("Your draft has one change.")).toBeVisible();
    await another.getByLabel("Tier 1").fill("Goldish");
    await another.getByRole("button", { name: "Save in draft" }).click();
    const met = another.getByRole("dialog", { name: "Somebody else changed the program meanwhile." });
    await expect(met).toContainText("Golden");
    await met.getByRole("button", { name: "Save mine over it" }).click();
    await expect(met).toBeHidden();
    await expect(another.getByLabel("Tier 1")).toHaveValue("Goldish");
    await expect(another.getByRole("button", { name: "Publish" })).toBeHidden();
  } finally {
    await another.close();
    await shop.close();
  }
});
