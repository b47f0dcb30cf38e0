import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { namePoints } from "@/components/merchant/points-name";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import en from "@/messages/en";
import { sheetParts } from "./sheet-parts";

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** What the sheet says under each heading. */
function sheetOf(program: ProgramInput): Record<string, string[]> {
  const words = {
    t: createTranslator({ locale: "en", messages: en, namespace: "sheet" }),
    expiry: createTranslator({ locale: "en", messages: en, namespace: "expiry.says" }),
    tiers: createTranslator({ locale: "en", messages: en, namespace: "tiers.says" }),
    locale: "en",
    points: namePoints(null, "en", (count) => (count === 1 ? "point" : "points")),
    cap: () => "",
    money: (amount: number) => `₺${amount / 100}`,
    list: (names: readonly string[]) => list.format(names),
  };
  const content = programSchema.parse(program);
  const parts = sheetParts({ content, rules: [], activities: [], conditions: [] }, words);
  return Object.fromEntries(parts.map(({ key, lines }) => [key, lines.map(({ text }) => text)]));
}

const rate = { kind: "rate" as const, points: 1, per: 100 };

test("points that may be spent at once, but for those of a rule that holds them for two days", () => {
  const rule = { key: "beans", name: "Beans", effect: rate };
  expect(sheetOf({ earning: { rules: [rule] } }).counting?.[0]).toBe("Points can be spent at once.");
  expect(sheetOf({ earning: { rules: [{ ...rule, holdDays: 2 }] } }).counting?.[0]).toBe(
    "Points can be spent at once, unless what earned them says otherwise.",
  );
});

test("an activity that does not wait is told from purchases that do: two days", () => {
  const program = {
    earning: { holdDays: 2 },
    activities: [{ key: "review", name: "A review", points: 20, from: ["staff" as const] }],
  };
  expect(sheetOf(program).counting?.[0]).toBe(
    "Points can be spent two days after the purchase, unless what earned them says otherwise.",
  );
});

test("what points are worth is said only where they pay, with the least, the steps and the share that they pay", () => {
  const pointValue = { points: 10, amount: 400 };
  expect(sheetOf({ pointValue, payment: { enabled: false } }).rewards).toBeUndefined();
  expect(sheetOf({ pointValue }).rewards).toEqual([
    "10 points are worth ₺4 when they pay.",
    "Nothing is earned on what they pay.",
  ]);
  expect(sheetOf({ pointValue, payment: { minimum: 100, multiple: 50, share: 5000 } }).rewards).toEqual([
    "10 points are worth ₺4 when they pay.",
    "They pay from 100 points on.",
    "They pay in steps of 50 points.",
    "They pay at most 50% of a purchase.",
    "Nothing is earned on what they pay.",
  ]);
});

test("what earns nothing, what a return does to spent points and how long a gift waits are said", () => {
  const { earning, counting } = sheetOf({
    productTypes: [
      { key: "coffee", name: "Coffee" },
      { key: "gift-card", name: "Gift cards", excluded: true },
      { key: "tobacco", name: "Tobacco", excluded: true },
    ],
    gifts: { acceptDays: 7 },
  });
  expect(earning).toEqual(["Nothing is earned on Gift cards and Tobacco."]);
  expect(counting?.slice(1)).toEqual([
    "What is returned takes back what it earned, also if that is spent: then it is owed.",
    "Points can be given to somebody else with a card, who has seven days to accept them, or less if they expire before.",
  ]);
});
