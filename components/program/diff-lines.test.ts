import { expect, test } from "vitest";
import { diffLines } from "./diff-lines";

const line = (key: string, text: string) => ({ key, text });

test("one changed, one new, one gone, one the same in another place", () => {
  const before = [line("a", "1 point"), line("b", "2 points"), line("c", "3 points")];
  const after = [line("b", "2 points"), line("d", "4 points"), line("a", "5 points")];
  expect(diffLines(before, after)).toEqual([
    { key: "d", kind: "added", after: "4 points" },
    { key: "a", kind: "changed", before: "1 point", after: "5 points" },
    { key: "c", kind: "removed", before: "3 points" },
  ]);
});

test("another picture of the same reward is a change, although both are said alike", () => {
  const picture = (mark: string) => ({ key: "cup:picture", text: "Cup has a picture.", mark });
  expect(diffLines([picture("a")], [picture("a")])).toEqual([]);
  expect(diffLines([picture("a")], [picture("b")])).toEqual([
    { key: "cup:picture", kind: "changed", before: "Cup has a picture.", after: "Cup has a picture." },
  ]);
});

test("rewards in another order are as few that moved as can be; rules in another order are the same", () => {
  const placed = (...keys: string[]) => keys.map((key) => ({ key, text: `A ${key}.`, isPlaced: true }));
  const before = placed("tea", "cake", "mug", "bag");
  expect(diffLines(before, placed("bag", "tea", "cake", "mug"))).toEqual([
    { key: "bag", kind: "moved", after: "A bag." },
  ]);
  expect(diffLines(before, placed("tea", "new", "mug"))).toEqual([
    { key: "new", kind: "added", after: "A new." },
    { key: "cake", kind: "removed", before: "A cake." },
    { key: "bag", kind: "removed", before: "A bag." },
  ]);
  expect(diffLines([line("a", "1"), line("b", "2")], [line("b", "2"), line("a", "1")])).toEqual([]);
});
