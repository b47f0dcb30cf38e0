import type { SystemActor } from "@/lib/access/actor";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  activities: [
    { key: "cup", name: "An own cup", points: 5, limits: [{ per: "day" as const, times: 2 }] },
    { key: "review", name: "A review", points: 50, approval: true },
    { key: "visit", name: "A visit by API", points: 10, from: ["api" as const] },
  ],
};

async function enrol({ merchantId, database }: OwnShop) {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  await enrolMember.execute({ actor, database, now: new Date() }, { name: "Ada Yeni" });
}

const points = (till: TillPage, count: number) => till.says(new RegExp(`^${count} points?$`));

test("an own cup is one tap, 5 points, undone by another; a third one that day gives nothing; a review waits for a manager", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await enrol(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    const cup = page.getByRole("button", { name: "An own cup" });
    await expect(page.getByRole("button", { name: "A visit by API" })).toBeHidden();
    await cup.click();
    await till.says("An own cup: 5 points for Ada Yeni.");
    await points(till, 5);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await till.says("Taken back, with 5 points.");
    await points(till, 0);
    for (const count of [5, 10]) {
      await cup.click();
      await points(till, count);
    }
    await cup.click();
    await till.says("An own cup of Ada Yeni is noted. It gives nothing more for now.");
    await page.getByRole("button", { name: "A review" }).click();
    await till.says("A review of Ada Yeni is noted. A manager looks at it first.");
    await points(till, 10);
  } finally {
    await shop.close();
  }
});

test("the answer to a tap is lost, the cashier taps again: one is recorded", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await enrol(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await till.says("No purchase yet.");
    let lost = false;
    await page.route("**/till", async (route) => {
      const isTap = (route.request().postData() ?? "").includes("till:");
      if (!isTap || lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    const cup = page.getByRole("button", { name: "An own cup" });
    await cup.click();
    await till.says(/No answer came. Tap again/);
    await cup.click();
    await till.says("An own cup: 5 points for Ada Yeni.");
    const [recorded] = await shop.database.sql`
      select count(*)::int from activity where merchant_id = ${shop.merchantId}`;
    expect(recorded).toEqual({ count: 1 });
  } finally {
    await shop.close();
  }
});
