import { expect, test } from "vitest";
import { countEvent, noStanding } from "./evaluate-tier";
import { event, exampleRules, goldSince2025, noonOf, istanbul as place } from "./example-ladder";
import { projectTier } from "./project-tier";
import { tierInWords } from "./tier-words";
import type { Standing, TierRules } from "./types";

const tiers = [
  { key: "silver", name: "Silver" },
  { key: "gold", name: "Gold" },
];
const en = { locale: "en" as const, currency: "TRY", tiers };
const tr = { ...en, locale: "tr" as const };
const visits: TierRules = {
  ...exampleRules,
  tiers: [
    { key: "silver", needs: { visits: 10 } },
    { key: "gold", needs: { visits: 20 } },
  ],
  window: { kind: "rolling", months: 6 },
};

const after = (standing: Standing, events: Parameters<typeof event>[], rules: TierRules): Standing =>
  events.reduce((now, [day, counts]) => countEvent(now, event(day, counts), rules, place).standing, standing);

const say = (standing: Standing, day: string, rules: TierRules, context: typeof en | typeof tr = en) =>
  tierInWords(projectTier(standing, noonOf(day), rules, place), context);

test("20 visits in July, 14 of 20 since 1 August: six visits by 31 January keep you Gold", () => {
  const standing = after(
    noStanding,
    [
      ["2026-07-10", { visits: 20 }],
      ["2026-11-20", { visits: 14 }],
    ],
    visits,
  );
  // 14 in November and 20 in July are 34 in the window, so that Gold lasts until the end of May.
  expect(projectTier(standing, noonOf("2026-11-26"), visits, place)).toMatchObject({
    until: "2027-05-31",
    keep: null,
  });
  const kept = { ...standing, until: new Date("2027-02-01T00:00:00+03:00") };
  expect(say(kept, "2026-11-26", visits)).toMatchObject({
    headline: "Six visits by 31 January keep you Gold.",
    counted: "14 of 20 visits since 1 August",
    standing: "Gold until 31 January 2027.",
    next: null,
  });
  expect(say(kept, "2026-11-26", visits, tr)).toMatchObject({
    headline: "31 Ocak tarihine kadar altı ziyaret, Gold seviyenizi korur.",
    counted: "Ziyaret: 14 / 20, 1 Ağustos gününden beri",
    standing: "31 Ocak 2027 tarihine kadar Gold.",
  });
});

test("8 of 10 visits: two from Silver, one once this visit is recorded; the tenth reaches it", () => {
  const eight = after(noStanding, [["2026-11-01", { visits: 8 }]], visits);
  expect(say(eight, "2026-11-26", visits)).toMatchObject({
    headline: "Two visits from Silver.",
    afterVisit: "One visit from Silver, once this one is recorded.",
    counted: "8 of 10 visits since 1 June",
  });
  expect(say(eight, "2026-11-26", visits, tr)).toMatchObject({
    headline: "Silver seviyesine iki ziyaret kaldı.",
    afterVisit: "Bu alışveriş kaydedilince Silver seviyesine bir ziyaret kalacak.",
  });
  const nine = after(eight, [["2026-11-02", { visits: 1 }]], visits);
  expect(say(nine, "2026-11-26", visits).afterVisit).toBe("This visit reaches Silver.");
});

test("600 of 1,000 in a calendar year: 400 points by 31 December make you Gold", () => {
  const silver = after(noStanding, [["2026-03-01", { points: 600 }]], exampleRules);
  expect(say(silver, "2026-11-26", exampleRules).next).toBe("400 points by 31 December make you Gold.");
  expect(say(silver, "2026-11-26", exampleRules, tr).next).toBe(
    "31 Aralık tarihine kadar 400 puan sizi Gold seviyesine çıkarır.",
  );
});

test("of 5,000.00 or 20 visits the nearer is told: 4,500.00 are 90%, 10 visits 50%", () => {
  const rules: TierRules = {
    ...exampleRules,
    tiers: [{ key: "gold", needs: { spend: 500_000, visits: 20 } }],
  };
  const standing = after(noStanding, [["2026-03-01", { spend: 450_000, visits: 10 }]], rules);
  expect(say(standing, "2026-11-26", rules).next).toBe("₺500 by 31 December makes you Gold.");
});

test("in the days of grace: Gold ended on 31 December, 1,000 points by 30 January keep it", () => {
  const standing = after(goldSince2025, [["2026-04-01", { points: 600 }]], exampleRules);
  expect(projectTier(standing, noonOf("2027-01-05"), exampleRules, place)).toMatchObject({
    tier: "gold",
    grace: "2027-01-30",
    keep: { done: 0, missing: 1000, by: "2027-01-30" },
  });
  expect(say(standing, "2027-01-05", exampleRules)).toMatchObject({
    keep: "Gold ended on 31 December. 1,000 points by 30 January keep it.",
    standing: "Gold until 30 January, the last day of grace.",
  });
});

test("the period that is to be earned has not begun: nothing to do yet, until 31 December 2027", () => {
  const gold = after(noStanding, [["2026-03-01", { points: 1000 }]], exampleRules);
  expect(say(gold, "2026-11-26", exampleRules)).toMatchObject({
    headline: null,
    standing: "Gold until 31 December 2027.",
  });
});

test("a locked tier has nothing to keep and nothing to reach", () => {
  const locked = { ...goldSince2025, until: null, lock: "a founder" };
  expect(projectTier(locked, noonOf("2026-05-01"), exampleRules, place)).toMatchObject({
    keep: null,
    next: null,
  });
  expect(say(locked, "2026-05-01", exampleRules).standing).toBe("Gold, without an end.");
});

test("no tier, no program that is climbed: nothing is said", () => {
  const rules = { ...exampleRules, tiers: [{ key: "gold" }] };
  expect(say(noStanding, "2026-05-01", rules)).toEqual({
    headline: null,
    standing: null,
    keep: null,
    next: null,
    afterVisit: null,
    counted: null,
  });
});
