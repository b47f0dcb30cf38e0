import { expect, test } from "vitest";
import { type DayMoves, daySeries, inGroups, totalOf } from "./day-series";

const move = (day: string, changes: Partial<DayMoves>): DayMoves => ({
  day,
  issued: 0,
  pending: 0,
  redeemed: 0,
  expired: 0,
  takenBack: 0,
  other: 0,
  ...changes,
});

test("1,000 before; +100 issued of which 40 held; a quiet day; 30 spent, 20 expired, 5 taken back, 7 given by hand: 1,060, 1,060, 1,012", () => {
  const days = daySeries(
    [
      move("2026-11-01", { issued: 100, pending: 40 }),
      move("2026-11-03", { redeemed: 30, expired: 20, takenBack: 5, other: 7 }),
    ],
    { from: "2026-11-01", to: "2026-11-03", before: 1000 },
  );
  expect(days.map(({ day, outstanding }) => [day, outstanding])).toEqual([
    ["2026-11-01", 1060],
    ["2026-11-02", 1060],
    ["2026-11-03", 1012],
  ]);
  expect(totalOf(days)).toEqual({
    issued: 100,
    pending: 40,
    redeemed: 30,
    expired: 20,
    takenBack: 5,
    other: 7,
  });
});

test("held points that are released count as outstanding from that day: 40 held, then pending -40", () => {
  const days = daySeries(
    [move("2026-11-01", { issued: 40, pending: 40 }), move("2026-11-02", { pending: -40 })],
    {
      from: "2026-11-01",
      to: "2026-11-02",
      before: 0,
    },
  );
  expect(days.map((day) => day.outstanding)).toEqual([0, 40]);
});

test("ten days in groups of seven: the first three, then a whole week", () => {
  expect(inGroups([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 7)).toEqual([
    [1, 2, 3],
    [4, 5, 6, 7, 8, 9, 10],
  ]);
});
