import { expect, test } from "vitest";
import { programSchema } from "@/lib/program/schemas";
import { newTier, readLadder, typedLadder } from "./tiers-typed";

const place = { currency: "TRY", locale: "tr" };
const content = programSchema.parse({
  tiers: [
    { key: "silver", name: "Silver", needs: { visits: 5 } },
    {
      key: "gold",
      name: "Gold",
      needs: { spend: 125_050, points: 1000, visits: 20, activities: 3 },
      benefits: ["The table by the window"],
      rewards: ["mug"],
    },
    { key: "family", name: "Family" },
  ],
  rewards: [
    { key: "mug", name: "A mug", gives: { kind: "product" }, price: { kind: "granted", on: ["tier"] } },
  ],
  qualification: { window: { kind: "rolling", months: 6 }, graceDays: 14, leaving: "recalculate" },
});

test("what a program says, typed and read again, is the same program; 1,250.50 is typed 1250,5 in Turkish", () => {
  const typed = typedLadder(content, place);
  expect(typed.tiers[1]).toMatchObject({ spend: "1250,50", benefits: "The table by the window" });
  expect(readLadder(typed, content, place)).toEqual({ program: content, faults: {} });
  const yearly = {
    ...content,
    qualification: { ...content.qualification, window: { kind: "life" as const } },
  };
  expect(readLadder(typedLadder(yearly, place), yearly, place)).toEqual({ program: yearly, faults: {} });
});

test("a tier without a name, 0 visits, abc spent, 40 months and 400 days: each field is named, the rest is read", () => {
  const typed = typedLadder(content, place);
  const broken = { ...newTier(7), visits: "0", spend: "abc", benefits: " Coffee \n\n Cake " };
  const { program, faults } = readLadder(
    { ...typed, tiers: [...typed.tiers, broken], months: "40", graceDays: "400" },
    content,
    place,
  );
  expect(faults).toEqual({
    "7.name": "missing",
    "7.visits": "whole",
    "7.spend": "amount",
    months: "months",
    graceDays: "days",
  });
  expect(program.tiers[3]?.benefits).toEqual(["Coffee", "Cake"]);
});

test("two new tiers of one name have two keys, neither of them one that exists", () => {
  const typed = typedLadder(content, place);
  const gold = (no: number) => ({ ...newTier(no), name: "Gold" });
  const { program } = readLadder({ ...typed, tiers: [...typed.tiers, gold(8), gold(9)] }, content, place);
  expect(program.tiers.map(({ key }) => key)).toEqual(["silver", "gold", "family", "gold-2", "gold-3"]);
});
