import { expect, test } from "vitest";
import { bonus, everyday, facts, line, morning, programWith } from "./example-purchase";
import { ruleExample, withRule } from "./rule-example";

const purchase = (name: string, amount: number, hours = 0) => {
  const {
    program: _,
    lines,
    ...known
  } = facts({
    lines: [line(amount)],
    occurredAt: new Date(morning.getTime() + hours * 3_600_000),
  });
  return { name, memberId: name, facts: known, lines };
};

const early = bonus(5, { key: "early", when: { hours: { from: "07:00", to: "10:00" } } });
const published = programWith([everyday, early]);
const [atNoon, atNine, atEight] = [
  purchase("noon", 1000, 4),
  purchase("nine", 2000),
  purchase("eight", 3000),
];

test("5 more before ten becomes 10: of 10.00 at noon and 20.00 at 8:42 the second shows it, 25 points and then 30", () => {
  const edited = programWith([everyday, { ...early, effect: { kind: "bonus", points: 10 } }]);
  const shown = ruleExample([atNoon, atNine, atEight], { published, edited, rule: "early" });
  expect(shown).toMatchObject({ purchase: { name: "nine" }, published: 25, edited: 30, byRule: 10 });
});

test("a rule as it is published is shown by the newest purchase that met it, one that none met by none", () => {
  const shown = ruleExample([atNoon, atNine, atEight], { published, edited: published, rule: "early" });
  expect(shown).toMatchObject({ purchase: { name: "nine" }, published: 25, edited: 25, byRule: 5 });
  expect(ruleExample([atNoon], { published, edited: published, rule: "early" })).toBeNull();
});

test("a purchase whose points change is preferred to a newer one whose points stay: from 30.00 on it is 7", () => {
  const rich = bonus(2, { key: "rich", when: { minimumSpend: 3000 } });
  const [now, edited] = [programWith([everyday, early]), programWith([everyday, early, rich])];
  const shown = ruleExample([atNine, atEight], { published: now, edited, rule: "early" });
  expect(shown).toMatchObject({ purchase: { name: "eight" }, published: 35, edited: 37, byRule: 5 });
});

test("a rule takes the place of the one of its key, and a new one comes last", () => {
  const keysOf = ({ earning }: typeof published) => earning.rules.map(({ key, name }) => `${key} ${name}`);
  const [first, second] = published.earning.rules;
  if (!first || !second) throw new Error("The program has two rules.");
  expect(keysOf(withRule(published, { ...first, name: "All" }))).toEqual([
    "everyday All",
    "early Bonus of 5",
  ]);
  expect(keysOf(withRule(published, { ...second, key: "late" }))).toHaveLength(3);
});
