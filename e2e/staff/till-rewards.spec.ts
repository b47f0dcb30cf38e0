import type { SystemActor } from "@/lib/access/actor";
import { recordPurchase } from "@/lib/earning/commands/record-purchase";
import { enrolMember } from "@/lib/members/commands/enrol-member";
import { redeemReward } from "@/lib/rewards/commands/redeem-reward";
import { type OwnShop, openShop } from "../fixtures/own-shop";
import { expect, test } from "../fixtures/test";
import { TillPage } from "../pages/till-page";

const program = {
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: {
    rules: [{ key: "ten", name: "Every ₺10", effect: { kind: "rate" as const, points: 1, per: 1000 } }],
  },
  rewards: [
    {
      key: "tea",
      name: "A tea",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 30 },
    },
    {
      key: "cake",
      name: "A slice of cake",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 500 },
    },
    {
      key: "cookie",
      name: "A cookie",
      gives: { kind: "treat" as const },
      price: { kind: "granted" as const, on: ["treat" as const] },
      limits: [{ per: "day" as const, count: 1 }],
    },
    {
      key: "sample",
      name: "A sample",
      gives: { kind: "treat" as const },
      price: { kind: "granted" as const, on: ["treat" as const] },
    },
  ],
};

/** A member with 100 points. */
async function saver({ merchantId, database }: OwnShop) {
  const actor: SystemActor = { kind: "system", merchantId, name: "journey", transport: "cli" };
  const now = new Date();
  const as = { actor, database, now };
  const { id } = await enrolMember.execute(as, { name: "Ada Yeni" });
  await recordPurchase.execute(as, {
    externalId: "saved",
    member: { id },
    occurredAt: now.toISOString(),
    lines: [{ productType: "coffee", amount: 100_000 }],
  });
  return { id, as };
}

test("with 100 points a tea is given for 30, once for a double click; the cake says 430 are missing", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await saver(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await till.says("With 100 points");
    await page.getByRole("button", { name: "Give A tea" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Give it" }).dblclick();
    await till.says("A tea given, 30 points taken.");
    await till.says("With 70 points");
    await page.getByRole("button", { name: "All rewards, or a voucher" }).click();
    await expect(
      page.getByRole("dialog").getByRole("listitem").filter({ hasText: "A slice of cake" }),
    ).toContainText("430 points to go");
    const rows = await shop.database.sql`
      select status, points::int from redemption where merchant_id = ${shop.merchantId}`;
    expect(rows).toEqual([{ status: "used", points: 30 }]);
  } finally {
    await shop.close();
  }
});

test("a voucher that is scanned where members are found is used once: the second till is told when", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  const other = new TillPage(await context.newPage());
  try {
    const { id, as } = await saver(shop);
    const { voucher } = await redeemReward.execute(as, { member: { id }, reward: "tea" });
    const code = voucher?.code ?? "";
    await shop.signIn(page, "cashier");
    await other.open(shop.slug);
    await till.isReady();
    for (const one of [till, other]) {
      await one.page.bringToFront();
      await one.scan(code.toLowerCase());
      await expect(one.page.getByRole("heading", { name: "A tea" })).toBeVisible();
      await one.says("Of Ada Yeni.");
    }
    await till.page.getByRole("button", { name: "Use it now" }).click();
    await till.says("A tea: the voucher is used.");
    await till.isServing("Ada Yeni");

    await other.page.getByRole("button", { name: "Use it now" }).click();
    await other.says(/It was used today at/);
    await expect(other.page.getByRole("button", { name: "Use it now" })).toBeHidden();
  } finally {
    await shop.close();
  }
});

test("a cookie is given on the house for a delayed order, without points; a second one that day is refused in words", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await saver(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await page.getByRole("button", { name: "All rewards, or a voucher" }).click();
    const give = async (reason: string) => {
      await page.getByRole("button", { name: "Give A cookie" }).click();
      await page.getByLabel("What for").fill(reason);
      await page.getByRole("button", { name: "Give it" }).click();
    };
    await give("The order took long");
    await till.says("A cookie is given.");
    await give("And again");
    await expect(page.getByRole("dialog", { name: "Give A cookie?" }).getByRole("alert")).toContainText(
      "day",
    );
    await expect(page.getByLabel("What for")).toHaveValue("And again");
    const [given] = await shop.database.sql`
      select reason, points, status from redemption where merchant_id = ${shop.merchantId} and reward = 'cookie'`;
    expect(given).toEqual({ reason: "The order took long", points: 0, status: "used" });
  } finally {
    await shop.close();
  }
});

test("the answer to a sample is lost on its way, the cashier presses again: one is given", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const till = new TillPage(page);
  try {
    await saver(shop);
    await shop.signIn(page, "cashier");
    await till.isReady();
    await till.choose("Ada Yeni");
    await page.getByRole("button", { name: "All rewards, or a voucher" }).click();
    await page.getByRole("button", { name: "Give A sample" }).click();
    const dialog = page.getByRole("dialog", { name: "Give A sample?" });
    let lost = false;
    await page.route("**/till", async (route) => {
      const isGift = (route.request().postData() ?? "").includes("sample");
      if (!isGift || lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await dialog.getByRole("button", { name: "Give it" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await dialog.getByRole("button", { name: "Give it" }).click();
    await till.says("A sample is given.");
    expect(lost).toBe(true);
    const [given] = await shop.database.sql`
      select count(*)::int from redemption where merchant_id = ${shop.merchantId} and reward = 'sample'`;
    expect(given).toEqual({ count: 1 });
  } finally {
    await shop.close();
  }
});
