import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

test("5 points become 10: only the figure is struck and written anew", () => {
  expect(wordDiff("a visit earns 5 points more.", "a visit earns 10 points more.")).toMatchObject([
    { kind: "same", text: "a visit earns" },
    { kind: "gone", text: "5" },
    { kind: "new", text: "10" },
    { kind: "same", text: "points more." },
  ]);
});

test("put together again, what stays and what is new is the second sentence, what stays and what is gone the first", () => {
  const [before, after] = [
    "On weekdays, before ten, a visit earns 5.",
    "Before noon a visit on Sunday earns 12, once a day.",
  ];
  const runs = wordDiff(before, after);
  const without = (kind: string) =>
    runs
      .filter((run) => run.kind !== kind)
      .map((run) => run.text)
      .join(" ");
  expect(without("new")).toBe(before);
  expect(without("gone")).toBe(after);
});
