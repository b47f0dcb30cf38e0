import { expect, test } from "vitest";
import { sumTallies } from "./sum-tallies";

test("300.00 in two visits and 200.00 in one are 500.00 in three; parted again nothing is left of the other's month", () => {
  const [mine, theirs] = [
    { "2026-01": [30_000, 300, 2, 0] },
    { "2026-01": [20_000, 200, 1, 0], "2026-02": [1, 0, 1, 0] },
  ];
  const both = sumTallies(mine, theirs, 1);
  expect(both).toEqual({ "2026-01": [50_000, 500, 3, 0], "2026-02": [1, 0, 1, 0] });
  expect(sumTallies(both, theirs, -1)).toEqual(mine);
});
