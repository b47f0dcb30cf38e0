import { expect, test } from "vitest";
import { programWith, type RuleInput } from "./example-purchase";
import { ruleSentence } from "./rule-sentence";

function sentences(rule: Omit<RuleInput, "key" | "name">, currency = "TRY"): [string, string] {
  const program = programWith([{ key: "rule", name: "Rule", ...rule }]);
  const [first] = program.earning.rules;
  if (!first) throw new Error("the program has one rule");
  return [
    ruleSentence(first, program, { locale: "en", currency }),
    ruleSentence(first, program, { locale: "tr", currency }),
  ];
}

const bonus = (points: number) => ({ kind: "bonus", points }) as const;

test.each<[string, Omit<RuleInput, "key" | "name">, string, string]>([
  [
    "an everyday rate",
    { effect: { kind: "rate", points: 1, per: 1000 } },
    "Every ₺10 spent earns 1 point.",
    "Harcanan her ₺10, 1 puan kazandırır.",
  ],
  [
    "a rate for two types",
    { when: { productTypes: ["coffee", "beans"] }, effect: { kind: "rate", points: 2, per: 100 } },
    "Every ₺1 of coffee and beans earns 2 points.",
    "Coffee ve beans için harcanan her ₺1, 2 puan kazandırır.",
  ],
  [
    "a rate of nothing",
    { when: { productTypes: ["beans"] }, effect: { kind: "rate", points: 0, per: 100 } },
    "Nothing is earned on beans.",
    "Beans kazandırmaz.",
  ],
  [
    "a bonus as often as its cap allows",
    {
      when: { hours: { from: "00:00", to: "10:00" }, weekdays: [5, 4, 3, 2, 1] },
      effect: bonus(10),
      caps: [{ per: "day", points: 10 }],
    },
    "Before ten on weekdays, a visit earns 10 points more, once a day.",
    "Hafta içi saat 10:00 öncesi, günde bir kez, her ziyaret 10 puan daha kazandırır.",
  ],
  [
    "a bonus under a cap that is no number of times",
    { when: { weekdays: [2, 6] }, effect: bonus(10), caps: [{ per: "month", points: 25 }] },
    "On Tuesdays and Saturdays, a visit earns 10 points more, at most 25 points a month.",
    "Salı ve cumartesi günleri, ayda en çok 25 puan olmak üzere, her ziyaret 10 puan daha kazandırır.",
  ],
  [
    "a multiplier for a tier",
    { when: { tiers: ["gold"], productTypes: ["coffee"] }, effect: { kind: "multiplier", factor: 20_000 } },
    "For Gold, points on coffee count double.",
    "Gold seviyesi için, coffee için kazanılanın iki katı verilir.",
  ],
  [
    "any other factor, a window, a channel and a budget",
    {
      when: { hours: { from: "17:00", to: "18:30" }, channels: ["store", "online", "web"] },
      effect: { kind: "multiplier", factor: 11_500 },
      budget: 10_000,
    },
    "Between 17:00 and 18:30, through the till, the online shop, or web, points count 1.15 times, until 10,000 points are given out.",
    "Saat 17:00 ile 18:30 arası, yalnız şuradan: kasa, internet mağazası veya web, 10.000 puan dağıtılana kadar, kazanılanın 1,15 katı verilir.",
  ],
  [
    "a minimum spend, held",
    { when: { minimumSpend: 40_050 }, effect: bonus(20), holdDays: 2 },
    "A purchase of ₺400.50 or more earns 20 points more, held for two days.",
    "İki gün bekletilerek, en az ₺400,50 tutarındaki her alışveriş 20 puan daha kazandırır.",
  ],
  [
    "a welcome, between two days",
    { when: { firstPurchase: true, dates: { from: "2026-12-01", to: "2026-12-31" } }, effect: bonus(1) },
    "From 1 December 2026 to 31 December 2026, a first purchase earns 1 point more.",
    "1 Aralık 2026 ile 31 Aralık 2026 arasında, ilk alışveriş 1 puan daha kazandırır.",
  ],
  [
    "afternoons of the weekend, until a day",
    {
      when: { hours: { from: "14:00", to: "24:00" }, weekdays: [6, 7], dates: { to: "2026-12-31" } },
      effect: bonus(5),
    },
    "Until 31 December 2026, after 14:00 at the weekend, a visit earns 5 points more.",
    "31 Aralık 2026 gününe kadar, hafta sonu saat 14:00 sonrası, her ziyaret 5 puan daha kazandırır.",
  ],
])("%s reads as a sentence in both languages", (_, rule, english, turkish) => {
  expect(sentences(rule)).toEqual([english, turkish]);
});

test("yen have no decimals to leave out", () => {
  expect(sentences({ effect: { kind: "rate", points: 1, per: 100 } }, "JPY")[0]).toBe(
    "Every ¥100 spent earns 1 point.",
  );
});

test("channels that the shop calls constructor and toString are called so in the sentence", () => {
  const [english, turkish] = sentences({ when: { channels: ["constructor", "toString"] }, effect: bonus(5) });
  expect(english).toContain("Through constructor or toString");
  expect(turkish).toContain("constructor veya toString");
});
