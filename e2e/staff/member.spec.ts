import type { Page } from "@playwright/test";
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

test("a note of one's own is changed in two tabs: the second sees what it says by now, and puts theirs in its place or leaves it", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    const id = await memberWithPurchase(shop);
    const notes = `/m/${shop.slug}/members/${id}?view=notes`;
    await shop.signIn(page, "manager");
    await page.goto(notes);
    await page.getByLabel("A note").fill("Oat milk");
    await page.getByRole("button", { name: "Keep note" }).click();
    await expect(noteOf(page)).toContainText("Oat milk");
    const other = await context.newPage();
    await other.setViewportSize({ width: 320, height: 480 });
    await other.goto(notes);
    const begin = (one: Page) => noteOf(one).getByRole("button", { name: "Change" }).click();
    const save = async (one: Page, text: string) => {
      await noteOf(one).getByLabel("A note").fill(text);
      await noteOf(one).getByRole("button", { name: "Save" }).click();
    };
    // What is being typed stands in the note, too: it says so once its form is gone.
    const says = async (one: Page, text: string) => {
      await expect(noteOf(one).getByRole("button", { name: "Change" })).toBeVisible();
      await expect(noteOf(one)).toContainText(text);
    };
    for (const one of [page, other]) await begin(one);
    await save(page, "Soy milk");
    await says(page, "Soy milk");

    await save(other, "Almond milk");
    const met = noteOf(other).getByRole("alert");
    await expect(met).toContainText("It now says: Soy milk");
    await expect(met).toBeFocused();
    await expect(met).toBeInViewport({ ratio: 1 });
    await expect(noteOf(other).getByLabel("A note")).toHaveValue("Almond milk");
    await noteOf(other).getByRole("button", { name: "Save" }).click();
    await says(other, "Almond milk");

    // What the first window still shows is not removed unseen either.
    await noteOf(page).getByRole("button", { name: "Remove" }).click();
    await expect(noteOf(page).getByRole("alert")).toHaveText("Somebody changed this in the meantime.");
    await expect(noteOf(page)).toContainText("Almond milk");
    await begin(page);
    await expect(noteOf(page).getByRole("alert")).toBeEmpty();
    await begin(other);
    await save(other, "Water");
    await says(other, "Water");
    await save(page, "Nothing");
    await expect(noteOf(page).getByRole("alert")).toContainText("It now says: Water");
    await noteOf(page).getByRole("button", { name: "Cancel" }).click();
    await expect(noteOf(page)).toContainText("Water");
    const kept = await shop.database.sql`select text from member_note where merchant_id = ${shop.merchantId}`;
    expect([...kept]).toEqual([{ text: "Water" }]);
  } finally {
    await shop.close();
  }
});

/** The one note that a page of notes has. */
const noteOf = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("button") });
