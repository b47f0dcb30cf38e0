import fc from "fast-check";
import { programSchema } from "@/lib/program/schemas";
import type { AwardFacts, AwardLine } from "./types";

/** For property tests: any program of a few rules, and any purchase under it. */

const types = ["coffee", "beans", "food", "gift-card", "unlisted"];
const tiers = ["silver", "gold"];
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
const some = (values: string[]) => fc.subarray(values, { minLength: 1 });

const when = fc.record({
  productTypes: optional(some(["coffee", "beans", "food"])),
  tiers: optional(some(tiers)),
  weekdays: optional(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })),
  hours: optional(fc.constantFrom({ from: "00:00", to: "10:00" }, { from: "22:00", to: "04:00" })),
  channels: optional(fc.constant(["app"])),
  minimumSpend: optional(fc.integer({ min: 1, max: 20_000 })),
});
const effect = fc.oneof(
  fc.record({
    kind: fc.constant("rate" as const),
    points: fc.nat(50),
    per: fc.constantFrom(1, 7, 100, 1000),
  }),
  fc.record({ kind: fc.constant("bonus" as const), points: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant("multiplier" as const), factor: fc.integer({ min: 10_000, max: 40_000 }) }),
);
const caps = fc.uniqueArray(
  fc.record({
    per: fc.constantFrom("day" as const, "month" as const, "ever" as const),
    points: fc.integer({ min: 1, max: 500 }),
  }),
  { selector: (cap) => cap.per, minLength: 1, maxLength: 2 },
);
const rule = fc.record({
  when: optional(when),
  effect,
  caps: optional(caps),
  budget: optional(fc.integer({ min: 1, max: 1000 })),
  holdDays: optional(fc.constantFrom(0, 2, 14)),
});

export const anyProgram = fc
  .record({
    rules: fc.array(rule, { maxLength: 6 }),
    stacking: fc.constantFrom("best" as const, "add" as const, "multiply" as const),
    rounding: fc.constantFrom("down" as const, "nearest" as const, "up" as const),
    caps: fc.oneof(caps, fc.constant([])),
    tax: fc.constantFrom("gross" as const, "net" as const),
    discounts: fc.constantFrom("before" as const, "after" as const),
  })
  .map(({ rules, tax, discounts, ...earning }) =>
    programSchema.parse({
      productTypes: types.slice(0, 4).map((key) => ({ key, name: key, excluded: key === "gift-card" })),
      tiers: tiers.map((key) => ({ key, name: key })),
      earning: {
        ...earning,
        basis: { tax, discounts },
        rules: rules.map((one, index) => ({ ...one, key: `r${index}`, name: `Rule ${index}` })),
      },
    }),
  );

const anyLine = fc
  .record({
    productType: fc.constantFrom(...types),
    quantity: fc.integer({ min: 0, max: 5000 }),
    amount: fc.nat(30_000),
    tax: fc.nat(100),
    discount: fc.nat(3000),
  })
  .map((one): Omit<AwardLine, "no"> => ({ ...one, tax: Math.floor((one.amount * one.tax) / 100) }));

export const anyFacts: fc.Arbitrary<AwardFacts> = fc
  .record({
    program: anyProgram,
    occurredAt: fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2027-01-01T00:00:00Z"),
      noInvalidDate: true,
    }),
    channel: fc.constantFrom("store", "app"),
    tier: fc.constantFrom(null, ...tiers),
    firstPurchase: fc.boolean(),
    lines: fc
      .array(anyLine, { minLength: 1, maxLength: 5 })
      .map((lines) => lines.map((one, index) => ({ no: index + 1, ...one }))),
    paid: fc.nat(100),
    used: fc.nat(300),
  })
  .map(({ paid, used, ...rest }) => {
    const total = rest.lines.reduce((sum, line) => sum + line.amount, 0);
    const rules = rest.program.earning.rules.map((one) => one.key);
    return {
      ...rest,
      zone: "Europe/Istanbul",
      pointsTender: paid > 50 ? Math.floor((total * (paid - 50)) / 50) : 0,
      capUsed: Object.fromEntries(["*", ...rules].map((key) => [`${key}:ever`, used])),
      budgetUsed: Object.fromEntries(rules.map((key) => [key, used])),
    };
  });
