import { applyProgram } from "@/lib/program/commands/apply-program";
import { programSchema } from "@/lib/program/schemas";
import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const program = (points: number) => ({
  productTypes: [{ key: "coffee", name: "Coffee" }],
  earning: { rules: [{ key: "base", name: "Base", effect: { kind: "rate" as const, points, per: 100 } }] },
});

test("a stranger reads the rules from the page for joining; an award leads to those that it was decided by", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program(1));
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  await applyProgram.execute(
    {
      actor: { kind: "system", merchantId: shop.merchantId, name: "journey", transport: "cli" },
      database: shop.database,
      now: new Date(),
    },
    { content: programSchema.parse(program(2)) },
  );
  await page.goto(`/c/${shop.slug}/join`);
  await page.getByRole("link", { name: "How points work here" }).click();
  await expect(page.getByText("Every ₺1 spent earns 2 points.")).toBeVisible();
  await page.getByRole("link", { name: "Become a member" }).click();
  await expect(page).toHaveURL(/\/join$/);

  await regular.signIn(context);
  await page.goto(`/c/${shop.slug}/history`);
  await page.getByText("Flat white").click();
  await page.getByRole("link", { name: /^rules of/ }).click();
  await expect(page.getByText("Every ₺1 spent earns 1 point.")).toBeVisible();
  await expect(page.getByText(/^These were the rules from/)).toBeVisible();
  await page.getByRole("link", { name: "Today’s rules" }).click();
  await expect(page.getByText("Every ₺1 spent earns 2 points.")).toBeVisible();
  await shop.close();
});

test("a search that nothing can match says so: a control character, and an emoji cut in half at the hundredth letter", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program(1));
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 10 });
  await regular.signIn(context);
  for (const typed of ["latte\u0007", `${"a".repeat(99)}🙂`]) {
    const answer = await page.goto(`/c/${shop.slug}/history?q=${encodeURIComponent(typed)}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByText(/^Nothing here matches/)).toBeVisible();
  }
  await shop.close();
});

test("the keyboard never leads behind the bar at the bottom of a card", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program(1));
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 10 });
  await regular.signIn(context);
  await page.setViewportSize({ width: 390, height: 640 });
  await page.goto(`/c/${shop.slug}/profile`);
  const bar = await page.getByRole("navigation").boundingBox();
  const covered: string[] = [];
  for (let pressed = 0; pressed < 40; pressed++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0 || (await page.getByRole("navigation").locator(":focus").count()) > 0)
      continue;
    const box = await focused.boundingBox();
    if (box && bar && box.y + box.height > bar.y + 1) covered.push(await focused.innerText());
  }
  expect(covered).toEqual([]);
  await shop.close();
});
