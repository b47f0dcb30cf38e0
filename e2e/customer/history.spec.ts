import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { refundPurchase } from "@/lib/earning/commands/refund-purchase";
import { openShop } from "../fixtures/own-shop";
import { onePerLira } from "../fixtures/programs";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";
import { HistoryPage } from "../pages/history-page";

test("a long history goes on by itself, is searched, and comes as a file", async ({
  page,
  installation,
  signInAs,
}) => {
  await signInAs("customer");
  const history = new HistoryPage(page, installation.slug);
  await history.open();
  const first = await history.entries.count();
  await history.earlier.scrollIntoViewIfNeeded();
  await expect.poll(() => history.entries.count()).toBeGreaterThan(first);
  await history.search("flat white");
  await expect(history.entries.first()).toContainText("Flat white");
  const file = readFileSync(await history.download(), "utf8");
  expect(file).toMatch(/^\ufeffday,time,what,points/);
  expect(file).toMatch(/,A tasting evening,20,0,\d+,20 points: 20 for “A tasting evening”/);
});

test("40 of the 100 lira of a purchase are given back: its entry says so, and leads to the 100 that it takes them from", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, onePerLira);
  const elif = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  const [bought] = await shop.database.sql<{ id: string }[]>`
    select id from purchase where merchant_id = ${shop.merchantId} and member_id = ${elif.id}`;
  await refundPurchase.execute(
    {
      actor: { kind: "system", merchantId: shop.merchantId, name: "journey", transport: "cli" },
      now: new Date(),
      database: shop.database,
    },
    { purchase: bought?.id ?? "", externalId: randomUUID(), amount: 4000 },
  );
  await elif.signIn(context);
  const history = new HistoryPage(page, shop.slug);
  await history.open();
  const refund = history.entry("Flat white: Returned");
  await expect(refund).toContainText("−40");
  await expect(refund).toContainText("Takes back 40 of the 100 from");
  await expect(page.getByText("100 earned, 40 taken back")).toBeVisible();
  await refund.getByRole("link").click();
  await expect(history.entries).toHaveCount(1);
  await history.isExplained("100 points: 100 for coffee.");
  expect(readFileSync(await history.download(), "utf8")).toContain(
    ",Flat white: Returned,-40,0,60,Takes back 40 of the 100 from",
  );
  await shop.close();
});
