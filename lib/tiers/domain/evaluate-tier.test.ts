import { describe, expect, test } from "vitest";
import { advance, countEvent, giveTier, lapsesAt, noStanding } from "./evaluate-tier";
import { event, goldSince2025, noonOf, istanbul as place, exampleRules as rules } from "./example-ladder";
import { higherTier } from "./higher-tier";
import type { QualifyingEvent, Standing, TierRules } from "./types";

const live = (standing: Standing, events: QualifyingEvent[], by: TierRules = rules) => {
  const changes = [];
  let now = standing;
  for (const one of events) {
    const evaluated = countEvent(now, one, by, place);
    now = evaluated.standing;
    changes.push(...evaluated.changes.map(({ tier, reason }) => `${tier} ${reason}`));
  }
  return { ...now, changes };
};

describe("reaching a tier", () => {
  test("case 8: at 950 points, 60 more make 1,010 of 1,000: Gold from that instant on, until the end of the year after", () => {
    const before = live(noStanding, [event("2026-02-01", { points: 950 })]);
    expect(before.tier).toBe("silver");
    const { standing, changes } = countEvent(before, event("2026-05-01", { points: 60 }), rules, place);
    expect(changes).toEqual([{ at: noonOf("2026-05-01"), from: "silver", tier: "gold", reason: "reached" }]);
    expect(standing).toMatchObject({ tier: "gold", until: new Date("2028-01-01T00:00:00+03:00") });
  });

  test("400 and 600 in one year are 1,000: Silver, then Gold; 400 in each of two years stay Silver", () => {
    const year = live(noStanding, [
      event("2026-01-01", { points: 400 }),
      event("2026-12-31", { points: 600 }),
    ]);
    expect(year.changes).toEqual(["silver reached", "gold reached"]);
    const years = live(noStanding, [
      event("2025-06-01", { points: 400 }),
      event("2026-06-01", { points: 400 }),
    ]);
    expect(years.tier).toBe("silver");
  });

  test("one purchase of 1,200 points goes past Silver to Gold in one change", () => {
    expect(live(noStanding, [event("2026-01-05", { points: 1200 })]).changes).toEqual(["gold reached"]);
  });

  test("23:30 on 31 December counts for that year, half an hour later for the next: 700 + 300 are Gold, 700 and 300 are not", () => {
    const late = { ...event("2026-12-31", { points: 300 }), at: new Date("2026-12-31T23:30:00+03:00") };
    const next = { ...late, at: new Date("2027-01-01T00:00:00+03:00") };
    expect(live(noStanding, [event("2026-03-01", { points: 700 }), late]).tier).toBe("gold");
    expect(live(noStanding, [event("2026-03-01", { points: 700 }), next]).tier).toBe("silver");
  });

  test("any one of several needs is enough: 20 visits or 5,000.00, here 20 visits of 10.00", () => {
    const by: TierRules = { ...rules, tiers: [{ key: "gold", needs: { visits: 20, spend: 500_000 } }] };
    const visits = Array.from({ length: 20 }, (_, day) =>
      event(`2026-01-${String(day + 1).padStart(2, "0")}`, { visits: 1, spend: 1000 }),
    );
    expect(live(noStanding, visits.slice(1), by).tier).toBeNull();
    expect(live(noStanding, visits, by).tier).toBe("gold");
  });

  test("activities count as well: three of three", () => {
    const by: TierRules = { ...rules, tiers: [{ key: "friend", needs: { activities: 3 } }] };
    const reviews = ["2026-01-01", "2026-02-01", "2026-03-01"].map((day) => event(day, { activities: 1 }));
    expect(live(noStanding, reviews, by).tier).toBe("friend");
  });

  test("a tier that is given by hand is neither reached nor lost", () => {
    const by: TierRules = { ...rules, tiers: [...rules.tiers, { key: "staff" }] };
    expect(live(noStanding, [event("2026-01-01", { points: 9999 })], by).tier).toBe("gold");
    const given = giveTier(noStanding, { tier: "staff", at: noonOf("2020-01-01") }, by, place);
    expect(advance(given, noonOf("2026-01-01"), by, place).standing.tier).toBe("staff");
  });
});

describe("windows", () => {
  const visits = (day: string, count: number) => event(day, { visits: count });
  const rolling: TierRules = {
    ...rules,
    tiers: [{ key: "gold", needs: { visits: 20 } }],
    window: { kind: "rolling", months: 6 },
  };

  test("six months, 20 visits: 10 in July and 10 in December are Gold until the end of June, 10 in June are too long ago", () => {
    const reached = live(noStanding, [visits("2026-07-01", 10), visits("2026-12-20", 10)], rolling);
    expect(reached).toMatchObject({ tier: "gold", until: new Date("2027-07-01T00:00:00+03:00") });
    expect(live(noStanding, [visits("2026-06-30", 10), visits("2026-12-20", 10)], rolling).tier).toBeNull();
  });

  test("what no window reaches any more is not kept: of eight months the last seven", () => {
    const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"];
    const { tally } = live(
      noStanding,
      months.map((month) => visits(`${month}-15`, 1)),
      rolling,
    );
    expect(Object.keys(tally)).toHaveLength(7);
  });

  test("a membership year begins on 10 March: 400 on the 9th and 600 on the 10th are Silver, not Gold", () => {
    const by: TierRules = { ...rules, window: { kind: "membershipYear" } };
    const split = live(
      noStanding,
      [event("2026-03-09", { points: 400 }), event("2026-03-10", { points: 600 })],
      by,
    );
    expect(split).toMatchObject({ tier: "silver", until: new Date("2028-03-10T00:00:00+03:00") });
    const within = live(
      noStanding,
      [event("2026-03-10", { points: 400 }), event("2027-03-09", { points: 600 })],
      by,
    );
    expect(within.tier).toBe("gold");
  });

  test("over a life 500 in 2016 and 500 in 2026 are Gold, for good", () => {
    const by: TierRules = { ...rules, window: { kind: "life" } };
    const old = live(
      noStanding,
      [event("2016-05-05", { points: 500 }), event("2026-05-05", { points: 500 })],
      by,
    );
    expect(old).toMatchObject({ tier: "gold", until: null });
    expect(advance(old, noonOf("2099-01-01"), by, place).standing.tier).toBe("gold");
  });
});

describe("keeping a tier", () => {
  test("400 points on 10 January, in the days of grace of a Gold not earned again: Silver from the 31st, until the end of next year", () => {
    const inGrace = live(goldSince2025, [event("2027-01-10", { points: 400 })]);
    const { standing } = advance(inGrace, noonOf("2027-02-01"), rules, place);
    expect(standing).toMatchObject({ tier: "silver", until: new Date("2029-01-01T00:00:00+03:00") });
  });

  const with600 = countEvent(goldSince2025, event("2026-04-01", { points: 600 }), rules, place).standing;
  const at = (instant: string, standing = with600, by = rules) =>
    advance(standing, new Date(instant), by, place);

  test("case 30: 600 of 1,000 at the period's end, 30 days of grace: Gold until 30 January, Silver from the 31st, for a year", () => {
    expect(at("2027-01-30T23:59:59+03:00").standing.tier).toBe("gold");
    const { standing, changes } = at("2027-01-31T00:00:00+03:00");
    expect(changes).toEqual([
      { at: new Date("2027-01-31T00:00:00+03:00"), from: "gold", tier: "silver", reason: "lapsed" },
    ]);
    expect(standing.until).toEqual(new Date("2028-01-01T00:00:00+03:00"));
  });

  test("case 30: one step at a time: with nothing in 2026 and 2027, Silver on 31 January 2027, no tier on 31 January 2028", () => {
    const { standing, changes } = at("2030-01-01T00:00:00+03:00", goldSince2025);
    expect(changes.map(({ tier }) => tier)).toEqual(["silver", null]);
    expect(standing).toMatchObject({ tier: null, until: null, since: new Date("2028-01-31T00:00:00+03:00") });
  });

  test("recalculated, 600 are Silver and 399 are no tier", () => {
    const by: TierRules = { ...rules, leaving: "recalculate" };
    expect(at("2027-02-01T00:00:00+03:00", with600, by).standing.tier).toBe("silver");
    const with399 = countEvent(goldSince2025, event("2026-04-01", { points: 399 }), by, place).standing;
    expect(at("2027-02-01T00:00:00+03:00", with399, by).standing.tier).toBeNull();
  });

  test("case 30: a locked tier is immune: Gold locked in 2026 is Gold in 2036", () => {
    const locked = { ...with600, lock: "a founder of the shop" };
    expect(at("2036-01-01T00:00:00+03:00", locked).changes).toEqual([]);
    expect(countEvent(locked, event("2026-05-01", { points: 5000 }), rules, place).changes).toEqual([]);
  });

  test("400 more in December make 1,000: kept until the end of 2027", () => {
    const kept = countEvent(with600, event("2026-12-31", { points: 400 }), rules, place).standing;
    expect(kept.until).toEqual(new Date("2028-01-01T00:00:00+03:00"));
    expect(at("2027-12-31T00:00:00+03:00", kept).changes).toEqual([]);
  });

  test("1,000 within the days of grace keep Gold without a gap", () => {
    const { standing, changes } = countEvent(with600, event("2027-01-30", { points: 1000 }), rules, place);
    expect(changes).toEqual([]);
    expect(standing.until).toEqual(new Date("2029-01-01T00:00:00+03:00"));
  });

  test("no grace: Gold ends with the year; 10 days of it: on 11 January", () => {
    const due = (graceDays: number) => lapsesAt(with600, { graceDays }, place);
    expect(due(0)).toEqual(new Date("2027-01-01T00:00:00+03:00"));
    expect(due(10)).toEqual(new Date("2027-01-11T00:00:00+03:00"));
  });

  test("the purchase after the grace is made at the lower tier", () => {
    const { changes } = countEvent(with600, event("2027-03-01", { points: 1 }), rules, place);
    expect(changes.map(({ tier }) => tier)).toEqual(["silver"]);
  });
});

describe("other rules from a day on", () => {
  const july = new Date("2026-07-01T00:00:00+03:00");
  const silver = live(noStanding, [event("2026-02-01", { points: 600 })]);

  test("Gold for 500 instead of 1,000: a member with 600 is Gold from the day on which it came into force", () => {
    const by: TierRules = {
      ...rules,
      from: july,
      tiers: [
        { key: "silver", needs: { points: 400 } },
        { key: "gold", needs: { points: 500 } },
      ],
    };
    expect(advance(silver, noonOf("2026-08-01"), by, place).changes).toEqual([
      { at: july, from: "silver", tier: "gold", reason: "program" },
    ]);
    expect(advance(silver, noonOf("2026-06-01"), by, place).changes).toEqual([]);
  });

  test("Silver for 900 instead of 400: who is Silver stays it until the period ends", () => {
    const by: TierRules = { ...rules, from: july, tiers: [{ key: "silver", needs: { points: 900 } }] };
    const looked = advance(silver, noonOf("2026-08-01"), by, place);
    expect(looked.changes).toEqual([]);
    expect(looked.standing.until).toEqual(new Date("2028-01-01T00:00:00+03:00"));
  });

  test("a tier that is no more is left for the one that 600 points reach, or for none", () => {
    const bronze: TierRules = { ...rules, from: july, tiers: [{ key: "bronze", needs: { points: 100 } }] };
    expect(advance(silver, july, bronze, place).standing.tier).toBe("bronze");
    const none: TierRules = { ...rules, from: july, tiers: [] };
    expect(advance(silver, july, none, place).standing).toMatchObject({ tier: null, until: null });
  });

  test("a tier that was given by hand and is earned from now on gets a period: until the end of the year after", () => {
    const byHand = giveTier(
      noStanding,
      { tier: "gold", at: noonOf("2026-01-01") },
      { ...rules, tiers: [{ key: "gold" }] },
      place,
    );
    expect(byHand.until).toBeNull();
    expect(advance(byHand, july, { ...rules, from: july }, place).standing.until).toEqual(
      new Date("2028-01-01T00:00:00+03:00"),
    );
  });
});

test("of Silver and Gold the higher is Gold, of Gold and none too, and what is unknown is below what is known", () => {
  expect(higherTier("silver", "gold", rules)).toBe("gold");
  expect(higherTier(null, "gold", rules)).toBe("gold");
  expect(higherTier("vip", "silver", rules)).toBe("silver");
  expect(higherTier(null, null, rules)).toBeNull();
});
