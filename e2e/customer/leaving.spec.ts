import { randomUUID } from "node:crypto";
import { offerGift } from "@/lib/points/commands/offer-gift";
import { redeemOwnReward } from "@/lib/rewards/commands/redeem-own-reward";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const program = {
  ...onePerLira,
  rewards: [
    {
      key: "cake",
      name: "A slice of cake",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 40 },
    },
  ],
};

test("leaving says what it costs: of 100 points, 40 for a voucher and 10 in a gift that waits, all three; of nothing, nothing", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  const elif = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  const burak = await becomeRegular(installation, shop, { name: "Burak" });
  const as = {
    actor: {
      kind: "member" as const,
      merchantId: shop.merchantId,
      memberId: elif.id,
      transport: "web" as const,
    },
    now: new Date(),
    database: shop.database,
  };
  await redeemOwnReward.execute(as, { reward: "cake" });
  await offerGift.execute(as, { id: randomUUID(), card: burak.card, points: 10 });
  await elif.signIn(context);
  await page.goto(`/c/${shop.slug}/profile`);
  await page.getByText("Leave the program").click();
  await expect(page.getByText(/You give up 50 points, one voucher, and one gift that waits\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Leave and give up 50 points" })).toBeVisible();

  const nobody = await becomeRegular(installation, shop, { name: "Deniz" });
  await context.clearCookies();
  await nobody.signIn(context);
  await page.goto(`/c/${shop.slug}/profile`);
  await page.getByText("Leave the program").click();
  await expect(page.getByRole("button", { name: "Leave", exact: true })).toBeVisible();
  await expect(page.getByText(/You give up/)).toHaveCount(0);
  await shop.close();
});
