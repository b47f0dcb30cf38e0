import { openShop } from "../fixtures/own-shop";
import { becomeRegular } from "../fixtures/regular";
import { expect, test } from "../fixtures/test";

const program = {
  productTypes: [
    { key: "coffee", name: "Coffee" },
    { key: "tea", name: "Tea" },
  ],
  earning: {
    rules: [
      { key: "base", name: "Base", effect: { kind: "rate" as const, points: 1, per: 100 } },
      {
        key: "tea",
        name: "Tea time",
        when: { productTypes: ["tea"] },
        effect: { kind: "multiplier" as const, factor: 20_000 },
      },
    ],
    caps: [{ per: "day" as const, points: 5000 }],
  },
  expiry: { kind: "inactivity" as const, months: 3 },
  activities: [{ key: "review", name: "A review", points: 20, from: ["card" as const] }],
  gifts: { enabled: true },
  rewards: [
    {
      key: "cake",
      name: "A slice of cake",
      gives: { kind: "product" as const },
      price: { kind: "points" as const, points: 40 },
    },
    {
      key: "tasting",
      name: "A tasting evening",
      gives: { kind: "experience" as const },
      price: { kind: "points" as const, points: 90 },
    },
  ],
};

const pages = [
  "",
  "/history",
  "/rewards?reward=cake",
  "/gifts",
  "/profile",
  "/how",
  "/activities",
  "/events",
];

/** What a page says, with what is folded away on it. */
const said = (text: string | null) => (text ?? "").replace(/\s+/g, " ");

test("a shop that gives beans: no page of its card speaks of points, in either language", async ({
  page,
  context,
  installation,
}) => {
  const shop = await openShop(installation, program);
  await shop.database
    .sql`update merchant set point_name = ${JSON.stringify({ one: "bean", other: "beans" })}::text::jsonb where id = ${shop.merchantId}`;
  const regular = await becomeRegular(installation, shop, { name: "Elif", points: 100 });
  await regular.signIn(context);
  for (const [language, word] of [
    ["en", /\bpoints?\b/i],
    ["tr", /\bpuan/i],
  ] as const) {
    await context.addCookies([{ name: "locale", value: language, url: installation.baseUrl }]);
    for (const path of pages) {
      await page.goto(`/c/${shop.slug}${path}`);
      const main = page.locator("main");
      // Its scripts are not read by anybody.
      await main.locator("script").evaluateAll((scripts) => {
        for (const script of scripts) script.remove();
      });
      expect(said(await main.textContent()), `${language} ${path}`).not.toMatch(word);
    }
  }
  await page.goto(`/c/${shop.slug}/rewards`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("100 beans");
  await shop.close();
});
