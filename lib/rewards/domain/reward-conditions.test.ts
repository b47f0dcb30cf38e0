import { expect, test } from "vitest";
import { type Conditional, rewardConditions } from "./reward-conditions";

const say = (of: Conditional, locale: "en" | "tr" = "en") =>
  rewardConditions(of, {
    locale,
    currency: "TRY",
    productTypes: [
      { key: "beans", name: "Beans" },
      { key: "food", name: "Food" },
    ],
    tiers: [{ key: "gold", name: "Gold" }],
  });

test("₺100 off for 250 points, from ₺300 on, twice a month, for 30 days: all of it is said before it is taken", () => {
  const hundredOff: Conditional = {
    gives: { kind: "amountOff", amount: 10_000, minimumSpend: 30_000 },
    limits: [{ per: "month", count: 2 }],
    validDays: 30,
  };
  expect(say(hundredOff)).toBe("From a spend of ₺300 on, twice a month, used within 30 days.");
  expect(say(hundredOff, "tr")).toBe(
    "En az ₺300 harcandığında; ayda en çok iki kez; 30 gün içinde kullanılır.",
  );
});

test("a fifth off, at most ₺100, on two kinds of product; as a voucher that is all that is left to know", () => {
  const gives = { kind: "percentOff" as const, percent: 2000, upTo: 10_000, productTypes: ["beans", "food"] };
  expect(say({ gives })).toBe("At most ₺100 off, only on Beans and Food.");
  expect(say({ gives }, "tr")).toBe("En çok ₺100 indirim; yalnız Beans ve Food için.");
});

test("until a day, for Gold earlier, 1,000 in all, and for members with a mark that they are not told", () => {
  const tasting: Conditional = {
    gives: { kind: "service" },
    tags: ["complains"],
    dates: { from: "2026-11-01", to: "2026-12-31" },
    earlier: [{ tier: "gold", from: "2026-10-01" }],
    stock: 1000,
  };
  expect(say(tasting)).toBe(
    "For members whom the shop chose, from 1 November 2026 to 31 December 2026, from 1 October 2026 for Gold, 1,000 in all.",
  );
});

test("nothing limits a coffee; for a sapling nobody holds a voucher that could run out, and a tasting is had on its evening", () => {
  expect(say({ gives: { kind: "product", productType: "coffee" } })).toBeNull();
  expect(say({ gives: { kind: "donation", cause: "TEMA", amount: 2500 }, validDays: 30 })).toBeNull();
  expect(say({ gives: { kind: "experience" }, validDays: 30 })).toBeNull();
});
