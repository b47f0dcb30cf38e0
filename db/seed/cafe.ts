import type { ProgramInput } from "@/lib/program/schemas";

/** What the demo café sells. Prices in minor units. */
export const menu = [
  { sku: "flat-white", name: "Flat white", productType: "coffee", price: 16_000, share: 22 },
  { sku: "latte", name: "Latte", productType: "coffee", price: 17_000, share: 14 },
  { sku: "filter", name: "Filter coffee", productType: "coffee", price: 14_000, share: 12 },
  { sku: "turk-kahvesi", name: "Türk kahvesi", productType: "coffee", price: 12_000, share: 12 },
  { sku: "cortado", name: "Cortado", productType: "coffee", price: 15_000, share: 6 },
  { sku: "tea", name: "Tea", productType: "drinks", price: 6_000, share: 10 },
  { sku: "lemonade", name: "Lemonade", productType: "drinks", price: 11_000, share: 4 },
  { sku: "san-sebastian", name: "San Sebastian", productType: "food", price: 24_000, share: 8 },
  { sku: "su-boregi", name: "Su böreği", productType: "food", price: 10_000, share: 9 },
  { sku: "simit", name: "Simit", productType: "food", price: 5_000, share: 9 },
  { sku: "house-beans", name: "House beans, 250 g", productType: "beans", price: 48_000, share: 2 },
  { sku: "gift-card", name: "Gift card", productType: "gift-card", price: 50_000, share: 1 },
] as const;

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

const programWith = (rules: Rule[]): ProgramInput => ({
  productTypes,
  tiers: [
    { key: "silver", name: "Silver" },
    { key: "gold", name: "Gold" },
  ],
  earning: { caps: [{ per: "day", points: 300 }], rules },
  expiry: { kind: "after", months: 6 },
  pointValue: { points: 10, amount: 400 },
  adjustments: { approvalAbove: 500 },
});

/** The versions the café published, by how many days ago. */
export const publications: readonly { daysAgo: number; note: string; program: ProgramInput }[] = [
  { daysAgo: 365, note: "Opening", program: programWith([everyTen, firstVisit]) },
  { daysAgo: 240, note: "Silver and Gold", program: programWith([everyTen, gold, silver, firstVisit]) },
  {
    daysAgo: 50,
    note: "Beans and early mornings",
    program: programWith([everyTen, gold, silver, beans, morning, firstVisit]),
  },
];
