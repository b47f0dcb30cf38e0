import { expect, test } from "vitest";
import { basket, bonus, pointsOf } from "./example-purchase";

test("a minimum spend looks at the rule's own product types: 60.00 of coffee do not make 50.00 of beans", () => {
  const rules = [bonus(20, { when: { productTypes: ["beans"], minimumSpend: 5000 } })];
  expect(pointsOf(rules, { lines: basket({ amount: 6000 }, { amount: 4999, productType: "beans" }) })).toBe(
    0,
  );
  expect(pointsOf(rules, { lines: basket({ amount: 6000 }, { amount: 5000, productType: "beans" }) })).toBe(
    20,
  );
});

test.each([
  ["09:59 on Thursday", "2026-11-19T06:59:00Z", 5],
  ["10:00 on Thursday", "2026-11-19T07:00:00Z", 0],
  ["09:59 on Saturday", "2026-11-21T06:59:00Z", 0],
])("before ten on weekdays, 5 more: at %s (%s) a visit earns %d", (_, instant, points) => {
  const rules = [bonus(5, { when: { hours: { from: "00:00", to: "10:00" }, weekdays: [1, 2, 3, 4, 5] } })];
  expect(pointsOf(rules, { occurredAt: new Date(instant) })).toBe(points);
});

test.each([
  ["Friday 21:59", "2026-11-20T18:59:00Z", 0],
  ["Friday 22:00", "2026-11-20T19:00:00Z", 5],
  ["Saturday 01:59", "2026-11-20T22:59:00Z", 5],
  ["Saturday 02:00", "2026-11-20T23:00:00Z", 0],
  ["Saturday 22:00", "2026-11-21T19:00:00Z", 0],
  ["Friday 01:00", "2026-11-19T22:00:00Z", 0],
])("Friday night from 22:00 to 02:00: at %s (%s) a visit earns %d", (_, instant, points) => {
  const rules = [bonus(5, { when: { hours: { from: "22:00", to: "02:00" }, weekdays: [5] } })];
  expect(pointsOf(rules, { occurredAt: new Date(instant) })).toBe(points);
});

test("dates are local days, the last included: 23:59 on the 30th earns, 00:00 on the 1st does not", () => {
  const rules = [bonus(5, { when: { dates: { from: "2026-11-20", to: "2026-11-30" } } })];
  const at = (instant: string) => pointsOf(rules, { occurredAt: new Date(instant) });
  expect([
    at("2026-11-19T20:59:59Z"),
    at("2026-11-19T21:00:00Z"),
    at("2026-11-30T20:59:59Z"),
    at("2026-11-30T21:00:00Z"),
  ]).toEqual([0, 5, 5, 0]);
});

test("channel and first purchase are conditions like any other", () => {
  const rules = [bonus(5, { when: { channels: ["app"] } }), bonus(100, { when: { firstPurchase: true } })];
  expect(pointsOf(rules)).toBe(0);
  expect(pointsOf(rules, { channel: "app" })).toBe(5);
  expect(pointsOf(rules, { channel: "app", firstPurchase: true })).toBe(105);
});
