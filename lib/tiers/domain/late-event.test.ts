import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, countEvent, noStanding } from "./evaluate-tier";
import { event, noonOf, istanbul as place, exampleRules as rules } from "./example-ladder";
import { countQuietly, isLate } from "./late-event";
import { replayTier } from "./replay-tier";
import type { QualifyingEvent, Standing, TierRules } from "./types";

const replay = (events: QualifyingEvent[], now: Date, by: TierRules = rules) =>
  replayTier({ events, byHand: [], publications: [by] }, place, now);

test("case 30: 600 in 2026, Silver since 31 January 2027; 400 of December 2026 arrive in March: Gold as if never lost", () => {
  const past = [event("2025-10-01", { points: 1000 }), event("2026-04-01", { points: 600 })];
  const march = noonOf("2027-03-01");
  const { standing } = replay(past, march);
  expect(standing.tier).toBe("silver");
  const late = event("2026-12-15", { points: 400 });
  expect(isLate(standing, late.at)).toBe(true);
  expect(countQuietly(standing, late, rules, place)).toBeNull();
  const restored = replay([...past, late], march);
  expect(restored.standing).toMatchObject({ tier: "gold", until: new Date("2028-01-01T00:00:00+03:00") });
  expect(restored.changes.map(({ tier }) => tier)).toEqual(["gold"]);
});

test("a late event that reaches nothing only counts: 600 + 100 of 1,000", () => {
  const { standing } = replay([event("2026-04-01", { points: 600 })], noonOf("2026-05-01"));
  expect(countQuietly(standing, event("2026-03-01", { points: 100 }), rules, place)?.tally).toEqual({
    y2026: [0, 700, 0, 0],
  });
});

test("case 18: 1,050 of which 100 go back: 950 are not 1,000, so the member's time is lived again, as Silver", () => {
  const past = [event("2026-02-01", { points: 950 }), event("2026-03-01", { points: 100 })];
  const { standing } = replay(past, noonOf("2026-04-01"));
  expect(standing.tier).toBe("gold");
  expect(countQuietly(standing, event("2026-03-01", { points: -100 }), rules, place)).toBeNull();
  expect(replay(past.slice(0, 1), noonOf("2026-04-01")).standing.tier).toBe("silver");
});

test("1,050 of which 40 go back are 1,010: nothing but the count changes", () => {
  const { standing } = replay([event("2026-02-01", { points: 1050 })], noonOf("2026-04-01"));
  const less = countQuietly(standing, event("2026-02-01", { points: -40 }), rules, place);
  expect(less).toMatchObject({ tier: "gold", tally: { y2026: [0, 1010, 0, 0] } });
});

test("a lock of June holds in the replay, its end in September lets the tier go on until the end of the year after", () => {
  const byHand = [
    { at: noonOf("2026-06-01"), kind: "locked" as const, tier: "gold", note: "a favour" },
    { at: noonOf("2026-09-01"), kind: "unlocked" as const, tier: "gold", note: null },
  ];
  const past = { events: [event("2026-07-01", { points: 10 })], byHand, publications: [rules] as const };
  expect(replayTier(past, place, noonOf("2026-08-01")).standing).toMatchObject({
    tier: "gold",
    lock: "a favour",
    until: null,
  });
  expect(replayTier(past, place, noonOf("2026-10-01")).standing).toMatchObject({
    tier: "gold",
    lock: null,
    until: new Date("2028-01-01T00:00:00+03:00"),
  });
});

test("a replay follows the rules of each day: Gold was 2,000 until July 2026, 1,500 of spring are Silver and Gold from July", () => {
  const strict = {
    ...rules,
    tiers: [
      { key: "silver", needs: { points: 400 } },
      { key: "gold", needs: { points: 2000 } },
    ],
  };
  const july = new Date("2026-07-01T00:00:00+03:00");
  const publications = [strict, { ...rules, from: july }] as const;
  const { changes } = replayTier(
    { events: [event("2026-04-01", { points: 1500 })], byHand: [], publications },
    place,
    noonOf("2026-08-01"),
  );
  expect(changes).toEqual([
    { at: noonOf("2026-04-01"), from: null, tier: "silver", reason: "reached" },
    { at: july, from: "silver", tier: "gold", reason: "program" },
  ]);
});

const windows: TierRules["window"][] = [
  { kind: "rolling", months: 1 },
  { kind: "rolling", months: 3 },
  { kind: "rolling", months: 12 },
  { kind: "calendarYear" },
  { kind: "membershipYear" },
  { kind: "life" },
];

const someRules = fc
  .record({
    window: fc.constantFrom(...windows),
    graceDays: fc.integer({ min: 0, max: 60 }),
    leaving: fc.constantFrom("step" as const, "recalculate" as const),
    silver: fc.integer({ min: 1, max: 100 }),
    more: fc.integer({ min: 1, max: 200 }),
  })
  .map(
    ({ silver, more, ...rest }): TierRules => ({
      ...rest,
      from: new Date(0),
      tiers: [
        { key: "silver", needs: { points: silver } },
        { key: "gold", needs: { points: silver + more } },
      ],
    }),
  );

const someEvents = fc.array(
  fc
    .record({
      at: fc.date({
        min: new Date("2024-03-10T09:00:00Z"),
        max: new Date("2027-12-31T00:00:00Z"),
        noInvalidDate: true,
      }),
      points: fc.integer({ min: 0, max: 120 }),
    })
    .map(({ at, points }): QualifyingEvent => ({ at, points, spend: 0, visits: 1, activities: 0 })),
  { maxLength: 25 },
);

const end = new Date("2028-06-01T00:00:00Z");
const comparable = ({ tier, until, tally }: Standing) => ({ tier, until, tally });

/** As recording does: in order it is counted, late it is counted when that is all it does, otherwise time is replayed. */
function arrive(events: QualifyingEvent[], by: TierRules): Standing {
  let standing = noStanding;
  const known: QualifyingEvent[] = [];
  for (const one of events) {
    known.push(one);
    if (!isLate(standing, one.at)) standing = countEvent(standing, one, by, place).standing;
    else {
      standing =
        countQuietly(standing, one, by, place) ??
        replayTier({ events: known, byHand: [], publications: [by] }, place, standing.asOf ?? one.at)
          .standing;
    }
  }
  return advance(standing, end, by, place).standing;
}

test("law: whatever the order in which events arrive, the tier, its end and what is counted are the same", () => {
  fc.assert(
    fc.property(someRules, someEvents, fc.infiniteStream(fc.nat()), (by, events, order) => {
      const inOrder = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
      const shuffled = events
        .map((one) => ({ one, place: order.next().value }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const expected = replayTier({ events, byHand: [], publications: [by] }, place, end).standing;
      expect(comparable(arrive(inOrder, by))).toEqual(comparable(expected));
      expect(comparable(arrive(shuffled, by))).toEqual(comparable(expected));
    }),
    { numRuns: 100 },
  );
});

test("law: in years and for life an event more never leaves a member on a lower tier than without it", () => {
  const rank = (standing: Standing) => ["silver", "gold"].indexOf(standing.tier ?? "");
  fc.assert(
    fc.property(someRules, someEvents, fc.nat(), (by, events, index) => {
      // A rolling window may end a higher tier later, past what would have kept the lower one for another year.
      fc.pre(by.window.kind !== "rolling");
      const fewer = events.toSpliced(index % Math.max(1, events.length), 1);
      const now = noonOf("2027-06-15");
      const earlier = (list: QualifyingEvent[]) => list.filter(({ at }) => at <= now);
      expect(rank(replay(earlier(events), now, by).standing)).toBeGreaterThanOrEqual(
        rank(replay(earlier(fewer), now, by).standing),
      );
    }),
    { numRuns: 100 },
  );
});
