import { expect, test } from "vitest";
import { addressOf, filterOf, isSameFilter, newestFirst, orderOf, typedOf } from "./filter-address";

const place = { currency: "TRY", locale: "en" };

test("an address is the filter it was made of, and the other way round", () => {
  const filter = {
    search: "şahin",
    tier: "gold",
    tags: ["oat milk", "regular"],
    balanceFrom: 100,
    balanceTo: 2000,
    spendFrom: 160_000,
    notSeenFor: 30,
    joinedFrom: "2026-01-05",
    expiringWithin: 14,
    rhythm: "missed" as const,
    marketing: "not-given" as const,
    note: "birthday",
  };
  const typed = typedOf(filter, "TRY");
  expect(typed).toMatchObject({ spendFrom: "1600.00", visit: "not-30", tag: "oat milk,regular" });
  for (const locale of ["en", "tr"])
    expect(filterOf(typed, { currency: "TRY", locale })).toEqual({ filter, wrong: [] });
});

test("amounts and points are read as people type them; what is no filter is named and left out", () => {
  expect(filterOf({ balanceFrom: "1,284", spendTo: "1,600.50" }, place).filter).toEqual({
    balanceFrom: 1284,
    spendTo: 160_050,
  });
  expect(
    filterOf(
      {
        balanceFrom: "many",
        spendTo: "x",
        visit: "soon",
        joinedFrom: "30 February",
        rhythm: "kept",
        marketing: "perhaps",
        tier: "gold",
      },
      place,
    ),
  ).toEqual({
    filter: { tier: "gold" },
    wrong: ["balanceFrom", "spendTo", "visit", "joinedFrom", "rhythm", "marketing"],
  });
});

test("10.5 points are no number of points, nor are 0,5 and 1e5: each is told, none is read as 105, 5 or 100,000", () => {
  for (const balanceFrom of ["10.5", "0,5", "1e5", "1.284"])
    expect(filterOf({ balanceFrom }, place), balanceFrom).toEqual({ filter: {}, wrong: ["balanceFrom"] });
  const turkish = { currency: "TRY", locale: "tr" };
  expect(filterOf({ balanceFrom: "1.284", balanceTo: "\u22125" }, turkish).filter).toEqual({
    balanceFrom: 1284,
    balanceTo: -5,
  });
  expect(filterOf({ balanceTo: "10,5" }, turkish).wrong).toEqual(["balanceTo"]);
});

test("1,000 spent and 1000.00 spent are the same filter, whichever condition was written first; 1,000 points are another", () => {
  const kept = { tier: "gold", spendFrom: 100_000 };
  expect(isSameFilter(filterOf({ spendFrom: "1,000", tier: "gold" }, place).filter, kept)).toBe(true);
  expect(isSameFilter(filterOf({ balanceFrom: "1,000", tier: "gold" }, place).filter, kept)).toBe(false);
});

test("an order stands in the address only where it is not the usual one", () => {
  expect(addressOf({ q: "a&b" }, newestFirst)).toBe("?q=a%26b");
  expect(addressOf({}, newestFirst)).toBe("");
  expect(addressOf({}, orderOf("-visit"))).toBe("?sort=-visit");
  expect(orderOf("name")).toEqual({ sort: "name", direction: "ascending" });
  expect(orderOf("nonsense")).toEqual(newestFirst);
});
