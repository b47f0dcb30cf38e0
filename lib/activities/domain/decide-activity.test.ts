import { describe, expect, test } from "vitest";
import { explainAward, explanationContext } from "@/lib/earning/domain/explain";
import { type ProgramInput, programSchema } from "@/lib/program/schemas";
import { activitySentence } from "./activity-sentence";
import { type ActivityFacts, decideActivity } from "./decide-activity";

type TypeInput = NonNullable<ProgramInput["activities"]>[number];

const noon = new Date("2026-11-20T09:00:00Z");

function facts(
  type: Partial<TypeInput>,
  more: Partial<ActivityFacts> = {},
  program: ProgramInput = {},
): ActivityFacts {
  const parsed = programSchema.parse({
    ...program,
    activities: [{ key: "review", name: "Google review", points: 50, ...type }],
  });
  const [first] = parsed.activities;
  if (!first) throw new Error("no activity");
  return {
    program: parsed,
    type: first,
    zone: "Europe/Istanbul",
    occurredAt: noon,
    tier: null,
    capUsed: {},
    budgetUsed: 0,
    ...more,
  };
}

const gold = { tiers: [{ key: "gold", name: "Gold" }] };
const times = (key: string, factor: number, when: object = { tiers: ["gold"] }) => ({
  key,
  name: key,
  when,
  effect: { kind: "multiplier" as const, factor },
});

describe("points", () => {
  test("a review at 50 earns 50, at once", () => {
    expect(decideActivity(facts({}))).toMatchObject({
      counts: true,
      points: 50,
      parts: [{ points: 50, holdDays: 0 }],
    });
  });

  test("a visit at 0 is counted and makes no lot", () => {
    expect(decideActivity(facts({ points: 0 }))).toMatchObject({ counts: true, points: 0, parts: [] });
  });

  test("for Gold, x2 and x1.5: best 50 x 2 = 100, add 50 x 2.5 = 125, multiply 50 x 3 = 150", () => {
    const rules = [times("double", 20_000), times("half", 15_000)];
    const given = (stacking: "best" | "add" | "multiply") =>
      decideActivity(facts({ multiplied: true }, { tier: "gold" }, { ...gold, earning: { stacking, rules } }))
        .points;
    expect([given("best"), given("add"), given("multiply")]).toEqual([100, 125, 150]);
  });

  test("5 at x1.15 is 5.75: 5 rounded down, 6 to the nearest", () => {
    const given = (rounding: "down" | "nearest") =>
      decideActivity(
        facts(
          { points: 5, multiplied: true },
          { tier: "gold" },
          { ...gold, earning: { rounding, rules: [times("more", 11_500)] } },
        ),
      ).points;
    expect([given("down"), given("nearest")]).toEqual([5, 6]);
  });

  test("no multiplier for whoever is of no tier, nor one on coffee, nor where the activity is not multiplied", () => {
    const onCoffee = times("coffee", 20_000, { tiers: ["gold"], productTypes: ["coffee"] });
    const program: ProgramInput = {
      ...gold,
      productTypes: [{ key: "coffee", name: "Coffee" }],
      earning: { rules: [onCoffee, times("double", 20_000)] },
    };
    const only: ProgramInput = { ...program, earning: { rules: [onCoffee] } };
    expect(decideActivity(facts({ multiplied: true }, {}, program)).points).toBe(50);
    expect(decideActivity(facts({ multiplied: true }, { tier: "gold" }, only)).points).toBe(50);
    expect(decideActivity(facts({}, { tier: "gold" }, program)).points).toBe(50);
  });
});

describe("limits", () => {
  test("once for all: the second gives nothing, and says why", () => {
    const once: Partial<TypeInput> = { limits: [{ per: "ever", times: 1 }] };
    expect(decideActivity(facts(once)).capUse).toEqual({ "#review:ever": 1 });
    const again = decideActivity(facts(once, { capUsed: { "#review:ever": 1 } }));
    expect(again).toMatchObject({ counts: false, points: 0, parts: [], capUse: {} });
    const program = facts(once).program;
    const words = explainAward(again.items, explanationContext(program, { locale: "en", currency: "TRY" }));
    expect(words.sentence).toBe(
      "0 points: 50 for “Google review”; 50 fewer, as “Google review” counts once.",
    );
  });

  test("approved after it waited: its own place in the limit does not stand in its way", () => {
    const waited = facts(
      { limits: [{ per: "ever", times: 1 }] },
      { capUsed: { "#review:ever": 1 }, counted: true },
    );
    expect(decideActivity(waited)).toMatchObject({ counts: true, points: 50, capUse: {} });
  });

  test("23:30 local on 31 December is 31 December, whatever UTC says", () => {
    const type: Partial<TypeInput> = { limits: [{ per: "day", times: 1 }] };
    const late = facts(type, { occurredAt: new Date("2026-12-31T20:30:00Z") });
    expect(decideActivity(late).capUse).toEqual({ "#review:d:2026-12-31": 1 });
  });

  test("at most 120 a month with 100 used: 20 of 50, and both periods are used up by what was given", () => {
    const caps: TypeInput["caps"] = [
      { per: "month", points: 120 },
      { per: "ever", points: 1000 },
    ];
    const decision = decideActivity(facts({ caps }, { capUsed: { "@review:m:2026-11": 100 } }));
    expect(decision).toMatchObject({
      points: 20,
      capUse: { "@review:m:2026-11": 20, "@review:ever": 20 },
    });
  });

  test("a budget of 1,000 with 970 given: 30 of 50", () => {
    expect(decideActivity(facts({ budget: 1000 }, { budgetUsed: 970 }))).toMatchObject({
      points: 30,
      budgetUse: 30,
    });
  });

  test("a rule called review does not share the cap of the activity review", () => {
    const used = { "review:ever": 50 };
    const caps: TypeInput["caps"] = [{ per: "ever", points: 50 }];
    expect(decideActivity(facts({ caps }, { capUsed: used })).points).toBe(50);
  });
});

describe("words", () => {
  const say = (type: Partial<TypeInput>, locale: "en" | "tr" = "en", whole = false) =>
    activitySentence(facts(type).type, { locale }, { whole });
  const full: Partial<TypeInput> = {
    limits: [{ per: "week", times: 2 }],
    caps: [{ per: "month", points: 200 }],
    budget: 10_000,
    holdDays: 3,
    approval: true,
    multiplied: true,
  };

  test("what an activity does is one sentence", () => {
    expect(say({})).toBe("“Google review” earns 50 points.");
    expect(say({ points: 0 })).toBe("“Google review” is counted.");
    expect(say({ limits: [{ per: "day", times: 12 }] })).toBe(
      "“Google review” earns 50 points, 12 times a day.",
    );
    expect(say(full)).toBe(
      "“Google review” earns 50 points, twice a week, at most 200 points a month, until 10,000 points are given out, held for three days, times the multiplier of the tier, after approval.",
    );
  });

  test("its editors also read who records it", () => {
    expect(say({ from: ["staff", "card"] }, "en", true)).toBe(
      "“Google review” earns 50 points, recorded by staff or on the card.",
    );
  });

  test("in Turkish the verb comes last", () => {
    expect(say({ limits: [{ per: "day", times: 1 }] }, "tr")).toBe(
      "Günde bir kez, “Google review” 50 puan kazandırır.",
    );
  });

  test("doubled for Gold: 100 points: 100 for “Google review”, doubled for Gold", () => {
    const doubled = facts(
      { multiplied: true },
      { tier: "gold" },
      { ...gold, earning: { rules: [times("x", 20_000)] } },
    );
    const context = explanationContext(doubled.program, { locale: "en", currency: "TRY" });
    expect(explainAward(decideActivity(doubled).items, context)).toMatchObject({
      sentence: "100 points: 100 for “Google review”, doubled for Gold.",
      rows: [
        { label: "Google review", points: 50 },
        { label: "doubled for Gold", points: 50, sub: true },
      ],
    });
  });
});
