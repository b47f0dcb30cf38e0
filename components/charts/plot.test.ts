import { expect, test } from "vitest";
import { pickEvenly, spread } from "./plot";

test("of 30 days, 4 labels are the 1st, the 11th, the 20th and the 30th", () => {
  expect(pickEvenly(30, 4)).toEqual([0, 10, 19, 29]);
  expect(pickEvenly(3, 4)).toEqual([0, 1, 2]);
});

test("labels wanted at 10, 12 and 100 with 16 px each stand at 10, 26 and 100", () => {
  expect(spread([10, 12, 100], 16, 0, 200)).toEqual([10, 26, 100]);
});

test("labels wanted at 198, 199 and 200 in 200 px are pushed up: 168, 184, 200", () => {
  expect(spread([198, 199, 200], 16, 0, 200)).toEqual([168, 184, 200]);
});

test("order among labels is kept, whatever the order they are given in", () => {
  expect(spread([50, 40], 16, 0, 200)).toEqual([56, 40]);
});
