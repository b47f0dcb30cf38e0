import type { Locator } from "@playwright/test";
import { saveEvent } from "@/lib/events/commands/save-event";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = {
  ...onePerLira,
  adjustments: { approvalAbove: 1000 },
  activities: [{ key: "cup", name: "An own cup", points: 5 }],
  rewards: [
    {
      key: "tasting",
      name: "A tasting evening",
      gives: { kind: "experience" as const },
      price: { kind: "points" as const, points: 10 },
    },
    {
      key: "cookie",
      name: "A cookie",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 10 },
    },
  ],
};

/** How much there is of everything that a press may record. */
async function recorded({ database, merchantId }: OwnShop) {
  const [counts] = await database.sql`
    select (select count(*)::int from member where merchant_id = ${merchantId}) as members,
      (select count(*)::int from member_note where merchant_id = ${merchantId}) as notes,
      (select count(*)::int from ledger_entry where merchant_id = ${merchantId} and kind = 'adjust') as adjustments,
      (select count(*)::int from member_tag where merchant_id = ${merchantId}) as tags,
      (select count(*)::int from activity where merchant_id = ${merchantId}) as activities,
      (select count(*)::int from purchase where merchant_id = ${merchantId}) as purchases,
      (select count(*)::int from redemption where merchant_id = ${merchantId}) as redemptions,
      (select count(*)::int from event where merchant_id = ${merchantId}) as events,
      (select count(*)::int from event_place where merchant_id = ${merchantId}) as places,
      (select count(*)::int from audit_event where merchant_id = ${merchantId} and action = 'api-key.create') as keys,
      (select count(*)::int from staff where merchant_id = ${merchantId}) as staff,
      (select count(*)::int from segment where merchant_id = ${merchantId}) as segments`;
  return counts;
}

// At 0 ms both presses come before an answer can; at 150 ms the first is answered in between.
for (const pace of [0, 150]) {
  test(`every button of the desk that records, pressed twice within ${pace} ms, records once`, async ({
    page,
    installation,
  }) => {
    const shop = await openShop(installation, program);
    const twice = (button: Locator) => button.click({ clickCount: 2, delay: pace });
    const says = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();
    const dialog = page.getByRole("dialog");
    const desk = `/m/${shop.slug}`;
    try {
      const ada = await becomeRegular(installation, shop, { name: "Ada Yılmaz", points: 100 });
      await shop.signIn(page, "owner");
      const before = await recorded(shop);

      await page.goto(`${desk}/members/new`);
      await page.getByLabel("Name").fill("Derya Öz");
      await twice(page.getByRole("button", { name: "Enrol", exact: true }));
      await expect(page.getByRole("heading", { name: "Derya Öz" })).toBeVisible();

      await page.goto(`${desk}/members/${ada.id}?view=notes`);
      await page.getByLabel("A note").fill("Oat milk");
      await twice(page.getByRole("button", { name: "Keep note" }));
      await says("Oat milk");
      await page.getByRole("button", { name: "Add a tag" }).click();
      await page.getByRole("combobox", { name: "Tag" }).fill("regular");
      await twice(page.getByRole("button", { name: "Add", exact: true }));
      await expect(page.getByRole("button", { name: "Take off “regular”" })).toBeVisible();
      await page.getByRole("button", { name: "Change points" }).click();
      await dialog.getByLabel("Points, up or down").fill("50");
      await dialog.getByLabel("Reason").fill("The machine was broken");
      await twice(dialog.getByRole("button", { name: "Change points" }));
      await says("Done. The balance is 150 points.");
      await page.getByRole("button", { name: "Record activity" }).click();
      await twice(dialog.getByRole("button", { name: "Record", exact: true }));
      await says("Recorded: 5 points.");

      await page.goto(`${desk}/members/${ada.id}`);
      await page.getByRole("main").locator("summary").filter({ hasText: "An own cup" }).click();
      await page.getByRole("button", { name: "Take back" }).click();
      const takeBack = dialog.getByRole("button", { name: "Take back" });
      await takeBack.click();
      await expect(dialog.getByLabel("Why")).toHaveAccessibleDescription(/This is missing/);
      await dialog.getByLabel("Why").fill("It was another’s cup");
      await twice(takeBack);
      await says("Taken back.");

      await page.goto(`${desk}/members?balanceFrom=1`);
      await page.getByRole("button", { name: "Save as a segment" }).click();
      await dialog.getByLabel("Name").fill("With points");
      await twice(dialog.getByRole("button", { name: "Save segment" }));
      await says("Saved as “With points”.");

      await page.goto(`${desk}/events`);
      await page.getByRole("button", { name: "Offer an evening" }).click();
      await dialog.getByLabel("Name", { exact: true }).fill("Beans of Ethiopia");
      await dialog.getByLabel("Where").fill("At the bar");
      await dialog.getByLabel("Begins").fill("2199-05-01T19:00");
      await dialog.getByLabel("Ends").fill("2199-05-01T21:00");
      await dialog.getByLabel("Places").fill("8");
      await twice(dialog.getByRole("button", { name: "Offer", exact: true }));
      await expect(page.getByRole("heading", { name: "Beans of Ethiopia" })).toBeVisible();
      await page.getByRole("button", { name: "Book a member" }).click();
      await dialog.getByLabel("Card, phone or name").fill("Ada");
      await twice(dialog.getByRole("button", { name: "Ada Yılmaz" }));
      await says("Ada Yılmaz has a place.");

      await page.goto(`${desk}/settings/keys`);
      await page.getByLabel("Name").fill("Cash register");
      await page.getByRole("checkbox", { name: "members:read" }).check();
      await twice(page.getByRole("button", { name: "Make the key" }));
      await says("This is the key. Copy it now.");
      await page.goto(`${desk}/settings/team`);
      await page.getByLabel("E-mail").fill(`mert@${shop.slug}.example`);
      await twice(page.getByRole("button", { name: "Send invitation" }));
      await says("Invited. A link to choose a password is on its way.");

      expect(await recorded(shop)).toEqual({
        ...before,
        members: 2,
        notes: 1,
        adjustments: 1,
        tags: 1,
        activities: 1,
        redemptions: 1,
        events: 1,
        places: 1,
        keys: 1,
        staff: 2,
        segments: 1,
      });
    } finally {
      await shop.close();
    }
  });

  test(`every button of the till that records, pressed twice within ${pace} ms, records once`, async ({
    page,
    installation,
  }) => {
    const shop = await openShop(installation, program);
    const twice = (button: Locator) => button.click({ clickCount: 2, delay: pace });
    const till = new TillPage(page);
    try {
      await becomeRegular(installation, shop, { name: "Ada Yılmaz", points: 100 });
      await shop.signIn(page, "cashier");
      await till.isReady();
      await till.find.fill("Derya Öz");
      await page.getByRole("button", { name: "Enrol somebody new" }).click();
      await expect(page.getByLabel("Name")).toHaveValue("Derya Öz");
      await twice(page.getByRole("button", { name: "Enrol", exact: true }));
      await till.says(/^Enrolled with card/);
      await till.amount.fill("160");
      await till.tile(/Coffee/).click();
      await twice(till.record);
      await till.says("160 points recorded for Derya Öz.");

      await till.choose("Ada Yılmaz");
      await twice(page.getByRole("button", { name: "An own cup" }));
      await till.says("An own cup: 5 points for Ada Yılmaz.");
      await page.getByRole("button", { name: "Give A cookie" }).click();
      await twice(page.getByRole("dialog").getByRole("button", { name: "Give it" }));
      await till.says(/A cookie given/);
      await twice(till.undoOf("Derya Öz"));
      await till.says(/₺160.00 refunded/);
      expect(await recorded(shop)).toMatchObject({ members: 2, purchases: 2, activities: 1, redemptions: 1 });
      const [{ refunds } = { refunds: -1 }] = await shop.database.sql`
        select count(*)::int as refunds from refund where merchant_id = ${shop.merchantId}`;
      expect(refunds).toBe(1);
    } finally {
      await shop.close();
    }
  });
}

test("a place is given back, and the second of two quick presses meets the next one's button: their place stays", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const { database, merchantId } = shop;
  try {
    const now = new Date();
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
    const { event } = await saveEvent.execute(
      { actor: { kind: "system", merchantId, name: "journey", transport: "cli" }, now, database },
      {
        reward: "tasting",
        name: "Beans of Ethiopia",
        place: "At the bar",
        startsAt: at(1),
        endsAt: at(2),
        places: 4,
        waitingList: true,
      },
    );
    const names = ["Ada Yılmaz", "Burak Çelik", "Cem Kaya"];
    for (const name of names) await becomeRegular(installation, shop, { name, points: 100 });
    await shop.signIn(page, "cashier");
    await page.goto(`/m/${shop.slug}/events/${event.id}`);
    for (const name of names) {
      await page.getByRole("button", { name: "Book a member" }).click();
      await page.getByRole("dialog").getByLabel("Card, phone or name").fill(name);
      await page.getByRole("dialog").getByRole("button", { name }).click();
      await expect(page.getByText(`${name} has a place.`)).toBeVisible();
    }
    await expect(page.getByText("3 of 4 places are taken, 0 are in.")).toBeVisible();
    const release = page.getByRole("button", { name: "Give the place back" });
    await release.first().click();
    await expect(page.getByText("2 of 4 places are taken, 0 are in.")).toBeVisible();
    // The pointer has not moved: what is under it now is another one's.
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await page.reload();
    await expect(page.getByText("2 of 4 places are taken, 0 are in.")).toBeVisible();
    await expect(release).toHaveCount(2);
  } finally {
    await shop.close();
  }
});
