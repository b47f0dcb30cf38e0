import { expect, test } from "vitest";
import { programSchema } from "@/lib/program/schemas";
import { readExpiry, typedExpiry } from "./expiry-typed";

const content = programSchema.parse({
  tiers: [
    { key: "silver", name: "Silver" },
    { key: "gold", name: "Gold" },
  ],
  expiry: { kind: "after", months: 12, endOf: "quarter", longer: [{ tier: "gold", months: 6 }] },
  warnings: { days: [14, 2] },
  mail: { quietHours: null },
});

test("what a program says, typed and read again, is the same program", () => {
  for (const expiry of [
    content.expiry,
    { kind: "never" as const },
    { kind: "inactivity" as const, months: 9 },
  ]) {
    const program = { ...content, expiry };
    expect(readExpiry(typedExpiry(program), program)).toEqual({ program, faults: {} });
  }
});

test("30; 7 1 are three days, none is nobody told", () => {
  const typed = typedExpiry(content);
  expect(readExpiry({ ...typed, days: "30; 7 1" }, content).program.warnings.days).toEqual([30, 7, 1]);
  expect(readExpiry({ ...typed, days: " " }, content)).toMatchObject({
    program: { warnings: { days: [] } },
    faults: {},
  });
});

test("each field that cannot be read is named: 0 months, half a month for Gold, six days, 25 o'clock", () => {
  const typed = {
    ...typedExpiry(content),
    months: "0",
    longer: { gold: "0.5", silver: "" },
    days: "6,5,4,3,2,1",
    quiet: true,
    from: "25:00",
  };
  expect(readExpiry(typed, content).faults).toEqual({
    months: "months",
    "longer.gold": "months",
    days: "days",
    from: "clock",
  });
});

test("a tier that is called constructor has no months of its own until they are typed", () => {
  const tiers = [...content.tiers, { key: "constructor", name: "Constructor" }];
  const program = programSchema.parse({ ...content, tiers });
  expect(readExpiry(typedExpiry(program), program)).toEqual({ program, faults: {} });
});
