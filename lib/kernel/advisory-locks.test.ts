import { expect, test } from "vitest";
import { advisoryLocks } from "./advisory-locks";

test("each advisory lock has a number of its own: a first set-up does not wait for the hours that distributing takes", () => {
  const numbers = Object.values(advisoryLocks);
  expect(new Set(numbers).size).toBe(numbers.length);
});
