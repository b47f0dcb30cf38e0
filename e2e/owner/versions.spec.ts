import { applyProgram } from "@/lib/program/commands/apply-program";
import { programSchema } from "@/lib/program/schemas";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { expect, test } from "../fixtures/test";

test("the demo's versions say that its owner published them", async ({ page, installation, signInAs }) => {
  await signInAs("owner");
  await page.goto(`/m/${installation.slug}/program/versions`);
  await expect(page.getByRole("row", { name: /Opening/ })).toContainText("Deniz Aksoy");
});

test("version 2 gave 1 a lira and 3 gives 2: made the draft again, 2 is read as what it changes", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  try {
    const { merchantId, database } = shop;
    const actor = { kind: "system" as const, merchantId, name: "journey", transport: "cli" as const };
    const [base] = onePerLira.earning.rules;
    const content = programSchema.parse({
      ...onePerLira,
      earning: { rules: [{ ...base, effect: { kind: "rate", points: 2, per: 100 } }] },
    });
    await applyProgram.execute({ actor, database, now: new Date() }, { content });
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/versions/2`);
    await page.getByRole("button", { name: "Make it the draft" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make it the draft" }).click();
    await page.waitForURL(`**/m/${shop.slug}/program/difference`);
    await expect(page.getByText(/Your draft has one change/)).toBeVisible();
  } finally {
    await shop.close();
  }
});
