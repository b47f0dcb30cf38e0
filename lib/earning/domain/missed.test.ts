import { expect, test } from "vitest";
import { decideAward } from "./decide-award";
import { everyday, facts, line, programWith, type RuleInput } from "./example-purchase";
import type { AwardFacts } from "./types";

const rule = (
  key: string,
  when: RuleInput["when"],
  effect: RuleInput["effect"] = { kind: "bonus", points: 20 },
): RuleInput => ({
  key,
  name: key,
  when,
  effect,
});
const missedBy = (rules: RuleInput[], more: Partial<AwardFacts> = {}) =>
  decideAward(
    facts({ lines: [line(16_000)], program: programWith([everyday, ...rules]), ...more }),
  ).items.filter((item) => item.kind === "missed");

test("160.00 is 40.00 short of a bonus of 20 from 200.00 on", () => {
  expect(missedBy([rule("big", { minimumSpend: 20_000 })])).toEqual([
    {
      kind: "missed",
      rule: "big",
      name: "big",
      points: 0,
      wouldEarn: 20,
      reason: "minimumSpend",
      missing: 4000,
    },
  ]);
});

test("Gold would have doubled 160, so Silver missed 160; nobody is told to step down", () => {
  const double = rule("gold", { tiers: ["gold"] }, { kind: "multiplier", factor: 20_000 });
  expect(missedBy([double], { tier: "silver" })).toMatchObject([
    { rule: "gold", wouldEarn: 160, reason: "tier" },
  ]);
  expect(missedBy([rule("silver", { tiers: ["silver"] })], { tier: "gold" })).toEqual([]);
});

test("the hour, the day and the channel can be missed; a date that is over and a first purchase cannot", () => {
  const hours = rule("hours", { hours: { from: "17:00", to: "18:00" } });
  const weekday = rule("weekday", { weekdays: [2] }, { kind: "bonus", points: 15 });
  const channel = rule("channel", { channels: ["app"] }, { kind: "bonus", points: 10 });
  const over = rule("over", { dates: { to: "2026-01-31" } });
  const first = rule("first", { firstPurchase: true });
  expect(missedBy([over, first, channel, weekday, hours]).map((item) => item.reason)).toEqual([
    "hours",
    "weekday",
    "channel",
  ]);
});

test("a rule that two conditions kept away is not spoken of", () => {
  expect(missedBy([rule("both", { weekdays: [2], channels: ["app"] })])).toEqual([]);
});

test("what a cap would have taken again was not missed", () => {
  const program = programWith([everyday, rule("big", { minimumSpend: 20_000 })], {
    earning: { caps: [{ per: "day", points: 160 }] },
  });
  expect(
    decideAward(facts({ lines: [line(16_000)], program })).items.filter((item) => item.kind === "missed"),
  ).toEqual([]);
});

test("of many, the three that would have given most", () => {
  const many = [5, 30, 10, 40, 20].map((points) =>
    rule(`b${points}`, { weekdays: [1] }, { kind: "bonus", points }),
  );
  expect(missedBy(many).map((item) => item.wouldEarn)).toEqual([40, 30, 20]);
});
