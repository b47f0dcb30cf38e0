import type { SystemActor } from "@/lib/access/actor";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

const program = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "food", name: "Food" },
  ],
  earning: {
    rules: [{ key: "ten", name: "Every ₺10", effect: { kind: "rate" as const, points: 1, per: 1000 } }],
  },
  adjustments: { approvalAbove: 100 },
};

async function memberWithPurchase({ merchantId, database }: OwnShop): Promise<string> {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  const now = new Date();
  const { id } = await enrolMember.execute({ actor, database, now }, { name: "Elif Yıldırım" });
  await recordPurchase.execute(
    { actor, database, now },
    {
      externalId: "breakfast",
      member: { id },
      occurredAt: now.toISOString(),
      lines: [
        { productType: "coffee", amount: 16_000 },
        { productType: "food", amount: 24_000 },
      ],
    },
  );
  return id;
}

test("one line of a purchase is given back, and the points that it earned with it", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    const id = await memberWithPurchase(shop);
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/${id}`);
    await expect(page.getByText("40 points to spend.")).toBeVisible();
    await page.getByText("Bought Coffee, Food for ₺400.00.").click();
    await expect(page.getByText("40 points: 16 for coffee; 24 for food.")).toBeVisible();
    await page.getByRole("button", { name: "Refund" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Some of it" }).check();
    await dialog.getByRole("button", { name: /^Refund/ }).click();
    await expect(dialog.getByText("Choose at least one.")).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Food" }).check();
    await dialog.getByRole("button", { name: "Refund ₺240.00" }).click();
    await expect(page.getByText("₺240.00 given back, 24 points taken back.")).toBeVisible();
    await expect(page.getByText("16 points to spend.")).toBeVisible();
    await expect(page.getByText("₺240.00 given back for Food.")).toBeVisible();
    const joined = "Enrolled on the command line.";
    await expect(page.getByText(joined)).toBeVisible();

    await page.getByRole("link", { name: "Purchases" }).click();
    await expect(page).toHaveURL(/view=purchases/);
    await expect(page.getByText("₺240.00 given back for Food.")).toBeVisible();
    await expect(page.getByText(joined)).toBeHidden();
    await page.getByRole("link", { name: "Points", exact: true }).click();
    await expect(page.getByText("Balance 16")).toBeVisible();
  } finally {
    await shop.close();
  }
});

test("a manager asks for more points than one may give, cannot approve it, and the owner can", async ({
  page,
  browser,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const another = await browser.newPage();
  try {
    const id = await memberWithPurchase(shop);
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/${id}`);
    await page.getByRole("button", { name: "Change points" }).click();
    await page.getByLabel("Points, up or down").fill("a lot");
    await page.getByLabel("Reason").fill("The machine was broken all week");
    await page.getByRole("dialog").getByRole("button", { name: "Change points" }).click();
    await expect(page.getByLabel("Points, up or down")).toHaveAccessibleDescription(/whole number of points/);
    await page.getByLabel("Points, up or down").fill("500");
    await page.getByRole("dialog").getByRole("button", { name: "Change points" }).click();
    await expect(page.getByText("it waits for somebody else to approve it")).toBeVisible();
    await page.goto(`/m/${shop.slug}/members/waiting`);
    await expect(page.getByText("You asked for this.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve" })).toBeHidden();

    await shop.signIn(another, "owner");
    await another.goto(`/m/${shop.slug}/members/waiting`);
    await expect(another.getByText("The machine was broken all week")).toBeVisible();
    await another.getByRole("button", { name: "Approve" }).click();
    await expect(another.getByRole("heading", { name: "Nothing waits for a second person." })).toBeVisible();
    await page.goto(`/m/${shop.slug}/members/${id}`);
    await expect(page.getByText("540 points to spend.")).toBeVisible();
  } finally {
    await another.close();
    await shop.close();
  }
});
