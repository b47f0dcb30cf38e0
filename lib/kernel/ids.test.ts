import { expect, test } from "vitest";
import { firstIdAt, isUuid, uuidv7 } from "./ids";

const timeOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

test("50,000 ids made in a row are all different and sort in the order in which they were made", () => {
  const ids = Array.from({ length: 50_000 }, () => uuidv7());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("an id says version 7, the RFC's variant, and when it was made", () => {
  const before = Date.now();
  const id = uuidv7();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  // A burst of ids borrows from the milliseconds to come: the 50,000 before this one, some twenty.
  expect(timeOf(id)).toBeGreaterThanOrEqual(before);
  expect(timeOf(id)).toBeLessThan(Date.now() + 1000);
});

test("an id for an instant carries that instant, and does not hold back those that follow", () => {
  const id = uuidv7(new Date("2030-01-01T00:00:00Z"));
  expect(timeOf(id)).toBe(Date.parse("2030-01-01T00:00:00Z"));
  expect(timeOf(uuidv7())).toBeLessThan(timeOf(id));
});

test("what is no uuid is none", () => {
  expect(isUuid(uuidv7())).toBe(true);
  expect(
    ["", "1", "not-a-uuid", `${uuidv7()}0`, "00000000-0000-0000-0000-000000000000"].map(isUuid),
  ).not.toContain(true);
});

test("the first id of an instant sorts before its ids and after those of the millisecond before", () => {
  const instant = new Date("2026-11-20T09:00:00.000Z");
  const before = new Date(instant.getTime() - 1);
  for (let round = 0; round < 200; round += 1) {
    expect(uuidv7(instant) >= firstIdAt(instant)).toBe(true);
    expect(uuidv7(before) < firstIdAt(instant)).toBe(true);
  }
});
