import { expect, test } from "vitest";
import { parse } from "yaml";
import { programSchema } from "../schemas";
import { programDiff } from "./program-diff";
import { programYaml } from "./program-yaml";

const program = programSchema.parse({
  productTypes: [
    { key: "coffee", name: "Çay: sıcak" },
    { key: "gift", name: "no", excluded: true },
  ],
  tiers: [{ key: "gold", name: "Gold" }],
  earning: {
    caps: [{ per: "day", points: 100 }],
    rules: [
      { key: "base", name: "Base", effect: { kind: "rate", points: 1, per: 100 } },
      {
        key: "early",
        name: "Before ten",
        when: { hours: { from: "06:00", to: "10:00" }, weekdays: [1, 2, 3] },
        effect: { kind: "bonus", points: 5 },
        budget: 1000,
      },
    ],
  },
  expiry: { kind: "after", months: 12 },
});

test("a program survives its file, clocks and the word no included", () => {
  expect(programSchema.parse(parse(programYaml(program)))).toEqual(program);
});

test("a rule stands on lines of its own, each setting on one", () => {
  const lines = programYaml(program)
    .split("\n")
    .map((line) => line.trim());
  expect(lines).toContain("- key: early");
  expect(lines).toContain("effect: { kind: bonus, points: 5 }");
  expect(lines).toContain("expiry: { kind: after, months: 12 }");
});

test("the difference names what is new, what is gone and what changed from what to what", () => {
  const [base] = program.earning.rules;
  if (!base) throw new Error("no rule");
  const changed = programSchema.parse({
    ...program,
    expiry: { kind: "never" },
    earning: {
      ...program.earning,
      rules: [
        { ...base, effect: { kind: "rate", points: 2, per: 100 } },
        { key: "late", name: "Late", effect: { kind: "bonus", points: 1 } },
      ],
    },
  });
  expect(programDiff(program, changed)).toEqual([
    "~ earning.rules.base.effect.points: 1 -> 2",
    "+ earning.rules.late: { key: late, name: Late, effect: { kind: bonus, points: 1 } }",
    expect.stringMatching(/^- earning\.rules\.early: \{ key: early/),
    "~ expiry.kind: after -> never",
    "- expiry.months: 12",
  ]);
  expect(programDiff(program, program)).toEqual([]);
});
