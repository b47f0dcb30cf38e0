import { saveEvent } from "@/lib/events/commands/save-event";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: {
    rules: [{ key: "one", name: "Every ₺1", effect: { kind: "rate" as const, points: 1, per: 100 } }],
  },
  rewards: [
    {
      key: "tasting",
      name: "A tasting evening",
      gives: { kind: "experience" as const },
      price: { kind: "points" as const, points: 100 },
    },
  ],
};

test("an evening on the catalogue: none is planned, two places, one once it is booked; begun, the place is not given back any more", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    const { slug, merchantId, database } = shop;
    const elif = await becomeRegular(installation, shop, { name: "Elif", points: 120 });
    await elif.signIn(context);
    await page.goto(`/c/${slug}/rewards`);
    await expect(page.getByText("No evening is planned yet.")).toBeVisible();
    await expect(page.getByText("Book", { exact: true })).toHaveCount(0);
    const now = new Date();
    const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
    await saveEvent.execute(
      { actor: { kind: "system", merchantId, name: "journey", transport: "cli" }, now, database },
      {
        reward: "tasting",
        name: "Beans of Ethiopia",
        place: "At the bar",
        startsAt: inHours(48),
        endsAt: inHours(50),
        places: 2,
        waitingList: true,
      },
    );
    await page.reload();
    await expect(page.getByText(/^Next: .* · two places left$/)).toBeVisible();
    await page.getByText("Book", { exact: true }).click();
    await page.getByRole("link", { name: "Choose an evening" }).click();
    await page.getByRole("button", { name: "Take a place for 100 points" }).click();
    await expect(page.getByText("You have a place")).toBeVisible();
    await page.goto(`/c/${slug}/rewards`);
    await expect(page.getByText(/^Next: .* · one place left$/)).toBeVisible();
    const wallet = page.locator("#wallet");
    await wallet.getByText("A tasting evening").click();
    await expect(wallet.getByText("Show this at the door.", { exact: false })).toBeVisible();
    await expect(wallet.getByText("Give it back")).not.toHaveCount(0);
    await database.sql`update event set starts_at = ${now.toISOString()} where merchant_id = ${merchantId}`;
    await page.reload();
    await wallet.getByText("A tasting evening").click();
    await expect(wallet.getByText("It has begun: it cannot be given back any more.")).toBeVisible();
    await expect(wallet.getByText("Give it back")).toHaveCount(0);
  } finally {
    await shop.close();
  }
});
