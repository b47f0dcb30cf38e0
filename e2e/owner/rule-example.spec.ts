import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const program = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "beans", name: "Beans" },
  ],
  earning: {
    rules: [
      { key: "base", name: "Everything", effect: { kind: "rate" as const, points: 1, per: 100 } },
      {
        key: "beans",
        name: "Beans",
        when: { productTypes: ["beans"] },
        effect: { kind: "rate" as const, points: 2, per: 100 },
      },
      { key: "visit", name: "A visit", effect: { kind: "bonus" as const, points: 5 } },
    ],
  },
};

test("a visit's 5 become 10: the list says which rate counts, Elif's own 40.00 of coffee what changes, and the field what was published", async ({
  page,
  installation,
}) => {
  const shop = await openShop(installation, program);
  try {
    await becomeRegular(installation, shop, { name: "Elif", points: 40 });
    await shop.signIn(page, "owner");
    await page.goto(`/m/${shop.slug}/program/rules`);
    await expect(page.getByRole("link", { name: /of beans earns 2 points/ })).toContainText(
      "Instead of rule 1",
    );
    await page.getByRole("link", { name: /visit earns 5 points more/ }).click();
    const rule = page.getByRole("region", { name: "The rule" });
    await expect(rule).toContainText(/Elif, with Flat white on .*: 45 points, 40 without this rule\./);
    await rule.getByLabel("Points", { exact: true }).fill("10");
    await expect(rule).toContainText(/Elif, with Flat white on .*: 45 points today, 50 with this draft\./);
    await expect(rule.getByLabel("Points", { exact: true })).toHaveAccessibleDescription(/5 in version 2/);
    await rule.getByLabel("From a spend of").fill("100");
    await expect(rule).toContainText("did not meet this rule");
  } finally {
    await shop.close();
  }
});
