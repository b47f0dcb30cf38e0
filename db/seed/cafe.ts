import { readFileSync } from "node:fs";
import type { Product } from "@/lib/products/schemas";
import type { ProgramInput } from "@/lib/program/schemas";
import { activities } from "./activities";

/** What the demo café sells. Prices in minor units. */
export const menu = [
  { sku: "flat-white", name: "Flat white", productType: "coffee", price: 16_000, share: 22, group: "Coffee" },
  { sku: "latte", name: "Latte", productType: "coffee", price: 17_000, share: 14, group: "Coffee" },
  { sku: "filter", name: "Filter coffee", productType: "coffee", price: 14_000, share: 12, group: "Coffee" },
  {
    sku: "turk-kahvesi",
    name: "Türk kahvesi",
    productType: "coffee",
    price: 12_000,
    share: 12,
    group: "Coffee",
  },
  { sku: "cortado", name: "Cortado", productType: "coffee", price: 15_000, share: 6, group: "Coffee" },
  { sku: "tea", name: "Tea", productType: "drinks", price: 6_000, share: 10, group: "Drinks" },
  {
    sku: "lemonade",
    name: "Lemonade",
    productType: "drinks",
    price: 11_000,
    share: 4,
    group: "Drinks",
  },
  {
    sku: "san-sebastian",
    name: "San Sebastian",
    productType: "food",
    price: 24_000,
    share: 8,
    group: "Food",
  },
  { sku: "su-boregi", name: "Su böreği", productType: "food", price: 10_000, share: 9, group: "Food" },
  { sku: "simit", name: "Simit", productType: "food", price: 5_000, share: 9, group: "Food" },
  {
    sku: "house-beans",
    name: "House beans, 250 g",
    productType: "beans",
    price: 48_000,
    share: 2,
    group: "Beans",
  },
  {
    sku: "gift-card",
    name: "Gift card",
    productType: "gift-card",
    price: 50_000,
    share: 1,
    group: "Beans",
  },
] as const;

/** What hangs above the counter: the menu, and what regulars rarely have. */
export const priceList: Product[] = [
  ...menu.map(({ share: _, ...product }) => product),
  { sku: "cold-brew", name: "Cold brew", productType: "coffee", price: 18_000, group: "Coffee" },
  { sku: "oat-milk", name: "Oat milk instead", productType: "coffee", price: 2_500, group: "Coffee" },
  { sku: "water", name: "Water", productType: "drinks", price: 2_500, group: "Drinks" },
  { sku: "ayran", name: "Ayran", productType: "drinks", price: 5_000, group: "Drinks" },
  { sku: "menemen", name: "Menemen", productType: "food", price: 19_000, group: "Food" },
  { sku: "banana-bread", name: "Banana bread", productType: "food", price: 13_000, group: "Food" },
  {
    sku: "yirgacheffe",
    name: "Yirgacheffe, 250 g",
    productType: "beans",
    price: 56_000,
    group: "Beans",
  },
  { sku: "cup", name: "Köşe cup", productType: "beans", price: 32_000, group: "Beans" },
];

const productTypes = [
  { key: "coffee", name: "Coffee" },
  { key: "drinks", name: "Tea and cold drinks" },
  { key: "food", name: "Food" },
  { key: "beans", name: "Beans" },
  { key: "gift-card", name: "Gift cards", excluded: true },
];

type Rule = NonNullable<NonNullable<ProgramInput["earning"]>["rules"]>[number];

const everyTen: Rule = {
  key: "every-ten",
  name: "Every ₺10",
  effect: { kind: "rate", points: 1, per: 1000 },
};
const gold: Rule = {
  key: "coffee-gold",
  name: "Coffee counts double for Gold",
  when: { productTypes: ["coffee"], tiers: ["gold"] },
  effect: { kind: "multiplier", factor: 20_000 },
};
const silver: Rule = {
  key: "coffee-silver",
  name: "Coffee counts half as much again for Silver",
  when: { productTypes: ["coffee"], tiers: ["silver"] },
  effect: { kind: "multiplier", factor: 15_000 },
};
const beans: Rule = {
  key: "beans",
  name: "A bag of beans",
  when: { productTypes: ["beans"] },
  effect: { kind: "rate", points: 1, per: 1200 },
  holdDays: 2,
};
const morning: Rule = {
  key: "before-ten",
  name: "Before ten on a weekday",
  when: { weekdays: [1, 2, 3, 4, 5], hours: { from: "07:00", to: "10:00" } },
  effect: { kind: "bonus", points: 5 },
  caps: [{ per: "day", points: 5 }],
};
const firstVisit: Rule = {
  key: "first-visit",
  name: "First visit",
  when: { firstPurchase: true },
  effect: { kind: "bonus", points: 25 },
};

const picture = (name: string): string =>
  `data:image/webp;base64,${readFileSync(new URL(`pictures/${name}.webp`, import.meta.url)).toString("base64")}`;

const rewards: ProgramInput["rewards"] = [
  {
    key: "filter-coffee",
    name: "A filter coffee",
    description: "Any filter coffee of the day.",
    picture: picture("coffee"),
    gives: { kind: "product", productType: "coffee" },
    price: { kind: "points", points: 150, tiers: [{ tier: "gold", points: 120 }] },
    validDays: 30,
  },
  {
    key: "hundred-off",
    name: "₺100 off",
    gives: { kind: "amountOff", amount: 10_000, minimumSpend: 30_000 },
    price: { kind: "points", points: 250 },
    limits: [{ per: "month", count: 2 }],
    validDays: 30,
  },
  {
    key: "house-beans",
    name: "A bag of house beans, ground for you",
    picture: picture("beans"),
    gives: { kind: "service" },
    price: { kind: "points", points: 700 },
    stock: 40,
    validDays: 60,
    terms: "Tell us how you brew it. Ready within a day.",
  },
  {
    key: "breakfast",
    name: "Breakfast for two",
    gives: { kind: "service" },
    price: { kind: "points", points: 1500 },
    validDays: 60,
    terms: "On weekends until noon. Reserve a table.",
  },
  {
    key: "saplings",
    name: "A sapling",
    gives: { kind: "donation", cause: "TEMA", amount: 2500 },
    price: { kind: "points", points: 60 },
  },
  {
    key: "birthday-cake",
    name: "A slice of cake",
    gives: { kind: "product", productType: "food" },
    price: { kind: "granted", on: ["birthday", "apology"] },
    validDays: 14,
  },
  {
    key: "house-mug",
    name: "A mug of the house",
    picture: picture("mug"),
    gives: { kind: "product" },
    price: { kind: "granted", on: ["tier"] },
    validDays: 60,
  },
  {
    key: "tasting",
    name: "An evening of coffee tasting",
    description: "Six coffees, an hour and a half, with the roaster.",
    gives: { kind: "experience" },
    price: { kind: "points", points: 300, tiers: [{ tier: "gold", points: 200 }] },
  },
  {
    key: "cookie",
    name: "A cookie",
    gives: { kind: "treat" },
    price: { kind: "granted", on: ["treat"] },
    limits: [{ per: "week", count: 1 }],
  },
];

const programWith = (rules: Rule[], more: ProgramInput = {}): ProgramInput => ({
  rewards,
  ...more,
  productTypes,
  tiers: [
    {
      key: "silver",
      name: "Silver",
      needs: { visits: 15, spend: 600_000 },
      benefits: ["Half as many points again on coffee"],
    },
    {
      key: "gold",
      name: "Gold",
      needs: { visits: 40 },
      benefits: ["Double points on coffee", "A table by the window, when there is one"],
      rewards: ["house-mug"],
    },
  ],
  qualification: { window: { kind: "rolling", months: 6 } },
  earning: { caps: [{ per: "day", points: 300 }], rules },
  expiry: { kind: "after", months: 6 },
  pointValue: { points: 10, amount: 400 },
  adjustments: { approvalAbove: 500 },
});

const rules = [everyTen, gold, silver, beans, morning, firstVisit];

/** The versions the café published, by how many days ago. */
export const publications: readonly { daysAgo: number; note: string; program: ProgramInput }[] = [
  { daysAgo: 365, note: "Opening", program: programWith([everyTen, firstVisit]) },
  {
    daysAgo: 240,
    note: "Silver and Gold",
    program: programWith([everyTen, gold, silver, firstVisit], { activities }),
  },
  {
    daysAgo: 50,
    note: "Beans and early mornings",
    program: programWith(rules, { activities }),
  },
];

/** What the owner thinks of changing: more for early mornings, and something for the quiet hours. */
export const draft: ProgramInput = programWith(
  [
    ...rules.map((rule) =>
      rule === morning
        ? {
            ...morning,
            effect: { kind: "bonus" as const, points: 10 },
            caps: [{ per: "day" as const, points: 10 }],
          }
        : rule,
    ),
    {
      key: "quiet-hours",
      name: "The quiet hours",
      when: { weekdays: [1, 2, 3, 4, 5], hours: { from: "14:00", to: "16:30" }, productTypes: ["food"] },
      effect: { kind: "bonus", points: 6 },
      caps: [{ per: "day", points: 6 }],
    },
  ],
  { activities },
);
