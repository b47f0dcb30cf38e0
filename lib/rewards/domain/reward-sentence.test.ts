import { expect, test } from "vitest";
import { rewardSchema } from "../schemas";
import { rewardSentence } from "./reward-sentence";

const context = {
  currency: "TRY",
  productTypes: [{ key: "beans", name: "Beans" }],
  tiers: [
    { key: "gold", name: "Gold" },
    { key: "black", name: "Black" },
  ],
};
const say = (reward: object, locale: "en" | "tr" = "en") =>
  rewardSentence(
    rewardSchema.parse({
      key: "x",
      name: "A filter coffee",
      gives: { kind: "product" },
      price: { kind: "points", points: 1500 },
      ...reward,
    }),
    { ...context, locale },
  );

test("a price, and others for tiers", () => {
  const price = {
    kind: "points",
    points: 1500,
    tiers: [
      { tier: "gold", points: 400 },
      { tier: "black", points: 0 },
    ],
  };
  expect(say({ price })).toBe("A filter coffee for 1,500 points, 400 from Gold on, free from Black on.");
  expect(say({ price }, "tr")).toBe(
    "A filter coffee: 1.500 puan; Gold seviyesinden başlayarak 400; Black seviyesinden başlayarak ücretsiz.",
  );
});

test("a shop that gives beans prices in beans, one bean included", () => {
  const pointName = { one: "bean", other: "beans" };
  const shop = { locale: "en" as const, currency: "TRY", pointName, productTypes: [], tiers: [] };
  const priced = (points: number) =>
    rewardSentence(
      rewardSchema.parse({
        key: "tea",
        name: "A tea",
        price: { kind: "points", points },
        gives: { kind: "product" },
      }),
      shop,
    );
  expect([priced(500), priced(1)]).toEqual(["A tea for 500 beans.", "A tea for 1 bean."]);
});

test("what it takes off, of what and from which spend", () => {
  const gives = {
    kind: "percentOff",
    percent: 1250,
    upTo: 10_000,
    productTypes: ["beans"],
    minimumSpend: 20_000,
  };
  expect(say({ gives })).toBe(
    "A filter coffee for 1,500 points, takes 12.5% off, at most ₺100, only on Beans, from a spend of ₺200 on.",
  );
  expect(say({ gives }, "tr")).toBe(
    "A filter coffee: 1.500 puan; %12,5 indirim, en çok ₺100; yalnız Beans için; en az ₺200 harcandığında.",
  );
});

test("for whom, when, how often, how many, how long, and who gets it ready", () => {
  expect(
    say({
      name: "A tasting",
      gives: { kind: "service" },
      tiers: ["gold", "black"],
      dates: { from: "2026-04-01", to: "2026-04-30" },
      earlier: [{ tier: "black", from: "2026-03-01" }],
      limits: [
        { per: "month", count: 2 },
        { per: "ever", count: 12 },
      ],
      stock: 1000,
      validDays: 30,
    }),
  ).toBe(
    "A tasting for 1,500 points, for Gold and Black only, from 1 April 2026 to 30 April 2026, from 1 March 2026 for Black, twice a month, 12 times in all, 1,000 in all, used within 30 days, got ready by staff and handed over.",
  );
});

test("an experience is used on its evening, whatever number of days is written with it", () => {
  const tasting = { name: "A tasting", gives: { kind: "experience" as const }, validDays: 30 };
  expect(say(tasting)).toBe("A tasting for 1,500 points, used on the evening that is booked.");
  expect(say(tasting, "tr")).toBe("A tasting: 1.500 puan; yer ayrılan davette kullanılır.");
});

test("given on occasions, and to a cause", () => {
  expect(say({ price: { kind: "granted", on: ["birthday", "apology"] } })).toBe(
    "A filter coffee, given on a birthday or as an apology.",
  );
  expect(say({ name: "A tree", gives: { kind: "donation", cause: "TEMA", amount: 5000 } }, "tr")).toBe(
    "A tree: 1.500 puan; şuraya ₺50 bağış: TEMA.",
  );
});
