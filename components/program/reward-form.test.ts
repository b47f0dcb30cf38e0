import { describe, expect, test } from "vitest";
import { rewardSchema } from "@/lib/rewards/schemas";
import { newReward, ofKind, readReward, typedReward } from "./reward-form";

const place = { currency: "TRY", locale: "tr" };
const tiers = ["silver", "gold"];
const read = (typed: object) =>
  readReward({ ...newReward, name: "Kahve", points: "500", ...typed }, "kahve", place, tiers);

const full = rewardSchema.parse({
  key: "kahve",
  name: "Kahve",
  description: "Filtre",
  gives: { kind: "percentOff", percent: 1250, upTo: 10_050, minimumSpend: 20_000, productTypes: ["coffee"] },
  price: { kind: "points", points: 500, tiers: [{ tier: "gold", points: 0 }] },
  stock: 1000,
  limits: [{ per: "month", count: 2 }],
  validDays: 30,
  tiers: ["gold"],
  tags: ["press"],
  dates: { from: "2026-04-01", to: "2026-04-30" },
  earlier: [{ tier: "gold", from: "2026-03-01" }],
  prepared: true,
  terms: "Not on Sundays",
});

describe("the form of a reward", () => {
  test.each([
    [full],
    [{ ...full, gives: { kind: "donation", cause: "TEMA", amount: 5000 } as const, validDays: undefined }],
    [{ ...full, gives: { kind: "product", productType: "coffee" } as const }],
    [
      rewardSchema.parse({
        key: "kahve",
        name: "Pasta",
        gives: { kind: "treat" },
        price: { kind: "granted", on: ["treat"] },
      }),
    ],
  ])("what is read from the form of a reward is the reward", (reward) => {
    expect(readReward(typedReward(reward, place), "kahve", place, tiers)).toEqual({ ok: true, reward });
  });

  test("30 days typed, then an experience: its evening decides, and the days are not sent", () => {
    expect(read({ kind: "experience", validDays: "30" })).toMatchObject({ ok: true });
    expect(read({ kind: "experience", validDays: "30" })).not.toHaveProperty("reward.validDays");
    expect(read({ kind: "experience", validDays: "ever" })).toMatchObject({ ok: true });
    expect(read({ kind: "treat", validDays: "30" })).toMatchObject({ reward: { validDays: 30 } });
  });

  test("1.500 points in a Turkish form are 1,500; 12,5 percent are 1,250 basis points", () => {
    expect(read({ points: "1.500", kind: "percentOff", percent: "%12,5" })).toMatchObject({
      reward: { price: { points: 1500 }, gives: { percent: 1250 } },
    });
  });

  test.each([
    [{ name: " " }, "name", "missing"],
    [{ points: "" }, "points", "missing"],
    [{ points: "five" }, "points", "whole"],
    [{ stock: "many" }, "stock", "whole"],
    [{ limits: [{ per: "day", count: "" }] }, "limits.0", "missing"],
    [{ tierPoints: { gold: "x" } }, "tierPoints.gold", "whole"],
    [{ kind: "amountOff", amount: "0" }, "amount", "amount"],
    [{ kind: "percentOff", percent: "101" }, "percent", "percent"],
    [{ kind: "donation", amount: "5" }, "cause", "missing"],
    [{ granted: true, on: [] }, "on", "missing"],
  ])("%j: %s is %s", (typed, field, fault) => {
    expect(read(typed)).toEqual({ ok: false, faults: { [field]: fault } });
  });

  test("something that is given becomes an experience: it costs points, which are to be written; a treat stays given", () => {
    const given = { granted: true, points: "" };
    expect(read({ ...given, ...ofKind("experience") })).toEqual({ ok: false, faults: { points: "missing" } });
    expect(read({ ...given, ...ofKind("treat") })).toMatchObject({ reward: { price: { kind: "granted" } } });
  });
});

test("a tier that is called constructor has no price and no day of its own until they are typed", () => {
  const typed = { ...newReward, name: "Kahve", points: "500" };
  expect(readReward(typed, "kahve", place, ["constructor"])).toEqual(readReward(typed, "kahve", place, []));
});
