import { expect, test } from "vitest";
import { differingRows } from "./explanation-difference";

const row = (label: string, points: number) => ({ label, points });

test("30 for coffee stay, the morning's 5 become 10, 3 for a cup are new and 4 for Gold gone: the last three are told", () => {
  const before = [row("Coffee", 30), row("Gold", 4), row("Morning", 5)];
  const after = [row("Coffee", 30), row("Morning", 10), row("Cup", 3)];
  expect(differingRows(before, after)).toEqual([
    { label: "Morning", before: 5, after: 10 },
    { label: "Cup", before: 0, after: 3 },
    { label: "Gold", before: 4, after: 0 },
  ]);
});

test("doubled twice, 10 and 20, and then 20 and 10: nothing differs", () => {
  const rows = [row("Doubled", 10), row("Doubled", 20)];
  expect(differingRows(rows, rows.toReversed())).toEqual([]);
});
