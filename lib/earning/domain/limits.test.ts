import { expect, test } from "vitest";
import { decideAward } from "./decide-award";
import {
  bonus,
  everyday,
  facts,
  line,
  pointsOf,
  programWith,
  type RuleInput,
  times,
} from "./example-purchase";

test("case 4: under a cap of 100 a day, 60 and 80 earn 60 and 40, the second explained: 80 - 40 = 40", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const first = decideAward(facts({ lines: [line(6000)], program }));
  expect(first).toMatchObject({ points: 60, capUse: { "*:d:2026-11-19": 60 } });
  const second = decideAward(facts({ lines: [line(8000)], program, capUsed: first.capUse }));
  expect(second).toMatchObject({ points: 40, capUse: { "*:d:2026-11-19": 40 } });
  expect(second.items).toContainEqual({ kind: "cap", rule: null, per: "day", limit: 100, points: -40 });
});

test("the tightest of several caps cuts: 100 a day with 70 used leaves 30, 1,000 a month with 950 used leaves 50", () => {
  const program = programWith([everyday], {
    earning: {
      caps: [
        { per: "month", points: 1000 },
        { per: "day", points: 100 },
      ],
    },
  });
  const capUsed = { "*:d:2026-11-19": 70, "*:m:2026-11": 950 };
  const decision = decideAward(facts({ lines: [line(8000)], program, capUsed }));
  expect(decision.points).toBe(30);
  expect(decision.capUse).toEqual({ "*:d:2026-11-19": 30, "*:m:2026-11": 30 });
});

test("a cap that is overdrawn gives nothing and takes nothing", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "ever", points: 100 }] } });
  expect(decideAward(facts({ lines: [line(8000)], program, capUsed: { "*:ever": 130 } })).points).toBe(0);
});

test("a rule's own cap cuts that rule only: 100 + a bonus of 50 of which 20 are left today = 120", () => {
  const capped = bonus(50, { caps: [{ per: "day", points: 50 }] });
  const program = programWith([everyday, capped]);
  const decision = decideAward(
    facts({ lines: [line(10_000)], program, capUsed: { "bonus-50:d:2026-11-19": 30 } }),
  );
  expect(decision.points).toBe(120);
  expect(decision.capUse).toEqual({ "bonus-50:d:2026-11-19": 20 });
  expect(decision.items).toContainEqual({
    kind: "cap",
    rule: "bonus-50",
    name: "Bonus of 50",
    per: "day",
    limit: 50,
    points: -30,
  });
});

test("what the program's cap cuts is not charged to a rule's budget: 100 + 50 capped at 120 charges it 20", () => {
  const program = programWith([everyday, bonus(50, { budget: 1000 })], {
    earning: { caps: [{ per: "day", points: 120 }] },
  });
  expect(decideAward(facts({ lines: [line(10_000)], program }))).toMatchObject({
    points: 120,
    budgetUse: { "bonus-50": 20 },
  });
});

test("case 5: a budget with 30 left and an award of 50 gives 30, explained", () => {
  const program = programWith([bonus(50, { budget: 1000 })]);
  const decision = decideAward(facts({ lines: [line(10_000)], program, budgetUsed: { "bonus-50": 970 } }));
  expect(decision).toMatchObject({ points: 30, budgetUse: { "bonus-50": 30 } });
  expect(decision.items).toContainEqual({
    kind: "budget",
    rule: "bonus-50",
    name: "Bonus of 50",
    points: -20,
  });
});

test("case 5: twenty awards of 50, one after the other, take a budget of 330 to exactly 330", () => {
  const program = programWith([bonus(50, { budget: 330 })]);
  let used = 0;
  for (let round = 0; round < 20; round += 1) {
    used += decideAward(facts({ lines: [line(100)], program, budgetUsed: { "bonus-50": used } })).points;
  }
  expect(used).toBe(330);
});

test("a campaign whose budget is used up does not stand in the way of the everyday rate: 3 per 1.00 is over, 1 per 1.00 gives 100", () => {
  const campaign: RuleInput = {
    key: "campaign",
    name: "Campaign",
    effect: { kind: "rate", points: 3, per: 100 },
    budget: 1000,
  };
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 0 } })).toBe(300);
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 1000 } })).toBe(100);
  expect(pointsOf([everyday, campaign], { budgetUsed: { campaign: 950 } })).toBe(100);
});

test("stacking best: x3 with 5 points left this month steps aside for x2, 200 instead of 105", () => {
  const capped = times(30_000, { caps: [{ per: "month", points: 500 }] });
  expect(pointsOf([everyday, capped, times(20_000)], { capUsed: { "times-30000:m:2026-11": 495 } })).toBe(
    200,
  );
});

test("'coffee earns at most 100 a day' means coffee: with 100 used it earns 0, not the everyday rate", () => {
  const coffee: RuleInput = {
    key: "coffee",
    name: "Coffee",
    when: { productTypes: ["coffee"] },
    effect: { kind: "rate", points: 2, per: 100 },
    caps: [{ per: "day", points: 100 }],
  };
  expect(pointsOf([everyday, coffee], { capUsed: { "coffee:d:2026-11-19": 100 } })).toBe(0);
});

test("case 6: 23:30 on 31 December in Istanbul uses the caps of 31 December and of the old year", () => {
  const program = programWith([everyday], {
    earning: {
      caps: [
        { per: "day", points: 100 },
        { per: "year", points: 1000 },
      ],
    },
  });
  const decision = decideAward(
    facts({ lines: [line(6000)], program, occurredAt: new Date("2026-12-31T20:30:00Z") }),
  );
  expect(decision.capUse).toEqual({ "*:d:2026-12-31": 60, "*:y:2026": 60 });
});

test("case 6: the first and the last hour of New York's 25-hour day share one cap window", () => {
  const program = programWith([everyday], { earning: { caps: [{ per: "day", points: 100 }] } });
  const at = (instant: string, capUsed = {}) =>
    decideAward(
      facts({
        lines: [line(8000)],
        program,
        zone: "America/New_York",
        occurredAt: new Date(instant),
        capUsed,
      }),
    );
  const first = at("2026-11-01T04:30:00Z");
  expect(at("2026-11-02T04:30:00Z", first.capUse).points).toBe(20);
});

test("a budget of 30 of a rule that is called constructor, of which nothing is used: 50 give 30", () => {
  expect(pointsOf([bonus(50, { key: "constructor", budget: 30 })])).toBe(30);
});
