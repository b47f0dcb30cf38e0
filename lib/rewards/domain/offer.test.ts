import { describe, expect, test } from "vitest";
import { type Reward, rewardSchema } from "../schemas";
import { firstDayFor, isShown, missingFor, type OfferFacts, priceFor } from "./offer";
import { rewardChange } from "./reward-change";
import { expiryOf, statusAt } from "./voucher";

const zone = "Europe/Istanbul";
const tierOrder = ["silver", "gold", "black"];
const facts: OfferFacts = {
  now: new Date("2026-03-10T12:00:00+03:00"),
  zone,
  tier: null,
  tierOrder,
  tags: [],
  taken: { day: 0, week: 0, month: 0, year: 0, ever: 0 },
  given: 0,
  balance: 500,
};
const reward = (change: object = {}): Reward =>
  rewardSchema.parse({
    key: "coffee",
    name: "Coffee",
    gives: { kind: "product" },
    price: { kind: "points", points: 500 },
    ...change,
  });
const prices = { kind: "points", points: 500, tiers: [{ tier: "gold", points: 400 }] };

describe("what it costs, and from when", () => {
  test.each([
    [null, 500],
    ["silver", 500],
    ["gold", 400],
    ["black", 400],
    ["gone", 500],
  ])("500, 400 from Gold on: a member of tier %s pays %i", (tier, points) => {
    expect(priceFor(reward({ price: prices }), { tier, tierOrder })).toBe(points);
  });

  test("given on birthdays only, it has no price", () => {
    const cake = reward({ price: { kind: "granted", on: ["birthday"] } });
    expect(priceFor(cake, facts)).toBeNull();
    expect(missingFor(cake, facts)).toEqual([{ kind: "granted" }]);
  });

  test("Gold from 1 March, Black from 1 February, everybody from 1 April", () => {
    const early = reward({
      dates: { from: "2026-04-01" },
      earlier: [
        { tier: "black", from: "2026-02-01" },
        { tier: "gold", from: "2026-03-01" },
      ],
    });
    const day = (tier: string | null) => firstDayFor(early, { tier, tierOrder });
    expect([day(null), day("silver"), day("gold"), day("black")]).toEqual([
      "2026-04-01",
      "2026-04-01",
      "2026-03-01",
      "2026-02-01",
    ]);
  });
});

describe("what is missing", () => {
  test("284 of 500 points: 216; two of them: 716", () => {
    const short = { ...facts, balance: 284 };
    expect(missingFor(reward(), short)).toEqual([{ kind: "points", points: 216 }]);
    expect(missingFor(reward(), short, 2)).toEqual([{ kind: "points", points: 716 }]);
    expect(missingFor(reward(), facts)).toEqual([]);
  });

  test("debt counts: owing 30, a reward of 500 lacks 530", () => {
    expect(missingFor(reward(), { ...facts, balance: -30 })).toEqual([{ kind: "points", points: 530 }]);
  });

  test("3 of a stock of 10 are left: 3 can be taken, 4 cannot", () => {
    const few = { ...facts, balance: 5000, given: 7 };
    expect(missingFor(reward({ stock: 10 }), few, 3)).toEqual([]);
    expect(missingFor(reward({ stock: 10 }), few, 4)).toEqual([{ kind: "stock", left: 3 }]);
    expect(missingFor(reward({ stock: 5 }), few)).toEqual([{ kind: "stock", left: 0 }]);
  });

  test.each([
    ["day", "2026-03-11"],
    ["week", "2026-03-16"],
    ["month", "2026-04-01"],
    ["year", "2027-01-01"],
    ["ever", null],
  ] as const)("one a %s, taken on Tuesday 10 March 2026: the next on %s", (per, again) => {
    const taken = { ...facts, taken: { ...facts.taken, [per]: 1 } };
    expect(missingFor(reward({ limits: [{ per, count: 1 }] }), taken)).toEqual([
      { kind: "limit", per, count: 1, again },
    ]);
  });

  test("23:30 on the last day is still that day, whatever UTC says; a minute past midnight it is over", () => {
    const until = reward({ dates: { to: "2026-03-10" } });
    const at = (now: string) => missingFor(until, { ...facts, now: new Date(now) });
    expect(at("2026-03-10T23:30:00+03:00")).toEqual([]);
    expect(at("2026-03-11T00:01:00+03:00")).toEqual([{ kind: "over", to: "2026-03-10" }]);
  });

  test("of another tier it is shown and lacks that; without its tag, or before its day, it is not shown", () => {
    const tier = missingFor(reward({ tiers: ["gold"] }), facts);
    expect([tier, isShown(tier)]).toEqual([[{ kind: "tier", tiers: ["gold"] }], true]);
    expect(isShown(missingFor(reward({ tags: ["press"] }), facts))).toBe(false);
    expect(missingFor(reward({ tags: ["press"] }), { ...facts, tags: ["press"] })).toEqual([]);
    expect(isShown(missingFor(reward({ dates: { from: "2026-03-11" } }), facts))).toBe(false);
  });
});

describe("edited between look and tap", () => {
  const change = (after: object, tier: string | null = null) =>
    rewardChange(
      { reward: reward({ price: prices }), tier, tierOrder },
      { reward: reward({ price: prices, ...after }), tier, tierOrder },
    );

  test("500 became 600: told to whom it costs more, not to Gold who still pays 400", () => {
    const dearer = { price: { ...prices, points: 600 } };
    expect(change(dearer)).toEqual({ kind: "price", before: 500, after: 600 });
    expect(change(dearer, "gold")).toBeNull();
  });

  test("another stock, another limit and another picture of it change nothing; what it gives does", () => {
    expect(change({ stock: 5, limits: [{ per: "day", count: 1 }], description: "New" })).toBeNull();
    expect(change({ gives: { kind: "treat" } })).toEqual({ kind: "content" });
    expect(change({ validDays: 7 })).toEqual({ kind: "content" });
  });
});

describe("vouchers", () => {
  test("taken on 10 March, good for 30 days: through 9 April, local time", () => {
    expect(expiryOf(reward({ validDays: 30 }), facts.now, zone)).toEqual(
      new Date("2026-04-10T00:00:00+03:00"),
    );
    expect(expiryOf(reward(), facts.now, zone)).toBeNull();
  });

  test("an open one that expired a minute ago is expired; a used one stays used", () => {
    const expiresAt = new Date("2026-03-10T11:59:00+03:00");
    expect(statusAt({ status: "open", expiresAt }, facts.now)).toBe("expired");
    expect(statusAt({ status: "used", expiresAt }, facts.now)).toBe("used");
    expect(statusAt({ status: "open", expiresAt: null }, facts.now)).toBe("open");
  });
});
