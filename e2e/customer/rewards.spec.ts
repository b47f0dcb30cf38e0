import { applyProgram } from "@/lib/program/commands/apply-program";
import { programSchema } from "@/lib/program/schemas";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { CardPage } from "../pages/card-page";
import { RewardsPage } from "../pages/rewards-page";

const fiftyOff = (points: number, times = 2) => ({
  key: "fifty-off",
  name: "₺50 off",
  gives: { kind: "amountOff" as const, amount: 5000, minimumSpend: 20_000 },
  price: { kind: "points" as const, points },
  limits: [{ per: "month" as const, count: times }],
});
const breakfast = {
  key: "breakfast",
  name: "Breakfast for two",
  gives: { kind: "product" as const },
  price: { kind: "points" as const, points: 150 },
};
const program = { ...onePerLira, rewards: [fiftyOff(40), breakfast] };

test("a reward: its conditions and what is about to leave, one voucher for two presses shown at once, and its points back", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const elif = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  await elif.signIn(context);
  const [card, rewards] = [new CardPage(page, shop.slug), new RewardsPage(page, shop.slug)];
  await card.open();
  await card.says("50 to go");
  await card.getIt.click();
  const row = rewards.row("₺50 off");
  await expect(row.getByText("From a spend of ₺200 on, twice a month.")).toBeVisible();
  await expect(row.getByText("Leaves you", { exact: true })).toBeVisible();
  await expect(row).toBeInViewport();
  await rewards.get(40).dblclick();
  await expect(rewards.code).toBeInViewport();
  await expect(rewards.vouchers.getByText("From a spend of ₺200 on.")).toBeVisible();
  await page.reload();
  await expect(rewards.vouchers).toHaveCount(1);
  await rewards.giveBack();
  await rewards.hasNoVouchers();
  await card.open();
  await card.has(100);
  await card.goTo("How it works");
  await expect(page.getByText("From a spend of ₺200 on, twice a month.")).toBeVisible();
  await shop.close();
});

test("₺50 off costs 60 since it was looked at for 40: the press is told so, its row stays open with the new price", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const elif = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  await elif.signIn(context);
  const rewards = new RewardsPage(page, shop.slug);
  await rewards.open();
  await rewards.look("₺50 off");
  await applyProgram.execute(
    {
      actor: { kind: "system", merchantId: shop.merchantId, name: "journey", transport: "cli" },
      now: new Date(),
      database: shop.database,
    },
    { content: programSchema.parse({ ...onePerLira, rewards: [fiftyOff(60), breakfast] }) },
  );
  await rewards.get(40).click();
  await expect(rewards.refusal).toHaveText("This reward changed since it was looked at. Nothing was taken.");
  await expect(rewards.refusal).toBeFocused();
  await expect(rewards.get(60)).toBeVisible();
  await rewards.hasNoVouchers();
  await shop.close();
});

test("one voucher given back in two tabs, and the last of a month taken in two: the second press is told what stopped it", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, { ...onePerLira, rewards: [fiftyOff(40, 1)] });
  const elif = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  await elif.signIn(context);
  const [here, there] = [
    new RewardsPage(page, shop.slug),
    new RewardsPage(await context.newPage(), shop.slug),
  ];
  for (const tab of [here, there]) {
    await tab.open();
    await tab.look("₺50 off");
  }
  await here.get(40).click();
  await expect(here.code).toBeVisible();
  await there.get(40).click();
  await expect(there.refusal).toHaveText("At most 1 a month: no more can be taken now.");
  await expect(there.vouchers).toHaveCount(1);

  await there.vouchers.getByText("₺50 off", { exact: true }).click();
  await here.giveBack();
  await here.hasNoVouchers();
  await there.giveBack();
  await expect(there.refusal).toHaveText("This voucher was cancelled.");
  await there.hasNoVouchers();
  await shop.close();
});
