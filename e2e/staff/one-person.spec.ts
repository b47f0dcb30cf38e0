import type { SystemActor } from "@/lib/access/actor";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { adjustPoints } from "@/lib/points/commands/adjust-points";
import { openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";

test("a manager notes and tags something and takes out the data, finds the same person's other card, sees 40 + 60 = 100 and makes them one, and parts them again", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, {});
  try {
    const { merchantId, database } = shop;
    const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
    const as = { actor, database, now: new Date() };
    const enrol = async (email: string, points: number) => {
      const { id } = await enrolMember.execute(as, { name: "Elif Yıldırım", email });
      await adjustPoints.execute(as, { member: { id }, points, reason: "Opening" });
      return id;
    };
    const id = await enrol("elif.yildirim@example.com", 40);
    await enrol("elifyildirim+kahve@example.com", 60);
    await shop.signIn(page, "manager");
    await page.goto(`/m/${shop.slug}/members/${id}?view=notes`);
    await page.getByLabel("A note").fill("Oat milk, always");
    await page.getByRole("button", { name: "Keep note" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Oat milk, always" })).toBeVisible();

    await page.getByRole("button", { name: "Add a tag" }).click();
    await page
      .getByRole("textbox", { name: "Tag" })
      .or(page.getByRole("combobox", { name: "Tag" }))
      .fill("oat milk");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: "Take off “oat milk”" }).click();
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByRole("button", { name: "Take off “oat milk”" })).toBeVisible();
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download their data" }).click();
    expect((await file).suggestedFilename()).toBe(`${shop.slug}-member-data.json`);

    await page.getByRole("link", { name: "Merge" }).click();
    await expect(page.getByText("same e-mail")).toBeVisible();
    await page.getByRole("link", { name: "Compare" }).click();
    const points = page.getByRole("row").filter({ hasText: "Points" });
    await expect(points.getByRole("cell", { name: "100", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Merge both" }).click();
    await expect(page.getByText("100 points to spend.")).toBeVisible();
    await expect(page.getByText("Oat milk, always")).toBeVisible();

    await page.getByRole("button", { name: "Part again" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Part again" }).click();
    await expect(page.getByText("40 points to spend.")).toBeVisible();
    await expect(page.getByText(/^Parted from card .* again\.$/)).toBeVisible();
  } finally {
    await shop.close();
  }
});
