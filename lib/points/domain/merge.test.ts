import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Account, on } from "./example-account";
import { type MergedPoints, merge, unmerge } from "./merge";
import { settle } from "./settle";
import { spend } from "./spend";
import { takeBack } from "./take-back";

/** Two members whose points come together on a day; `moved` is what parts them again. */
function together(survivor: Account, other: Account, day = "2026-06-01"): MergedPoints {
  const merged = merge(survivor.state, other.state, {
    otherId: "other",
    at: on(day),
    note: { mergeId: "m" },
  });
  survivor.post(merged.survivor);
  other.post(merged.other);
  return merged.moved;
}

function apart(survivor: Account, other: Account, moved: MergedPoints, day = "2026-06-02") {
  const parted = unmerge(survivor.state, other.state, { moved, at: on(day), note: { mergeId: "m" } });
  survivor.post(parted.survivor);
  other.post(parted.other);
  return parted;
}

const expiries = (account: Account) =>
  (account.state.lots ?? []).map((lot) => [
    lot.remaining,
    lot.expiresAt?.toISOString().slice(0, 10) ?? "never",
  ]);

/** A purchase's points, refunded on a day under "allow debt". */
const refund = (account: Account, points: number, purchaseId: string, day: string) =>
  account.post(takeBack(account.state, { points, purchaseId, policy: "debt", at: on(day) }));

describe("case 32", () => {
  test("100 and 200 are 300, each lot keeps its expiry and its purchase", () => {
    const [survivor, other] = [new Account(), new Account()];
    survivor.earn(100, "2026-01-10", { months: 12, purchaseId: "a" });
    other.earn(150, "2026-02-10", { months: 6, purchaseId: "b" });
    other.earn(50, "2026-03-10", { purchaseId: "c" });
    together(survivor, other);
    expect([survivor.state.balance, other.state.balance]).toEqual([300, 0]);
    expect(expiries(survivor)).toEqual([
      [100, "2027-01-10"],
      [150, "2026-08-10"],
      [50, "never"],
    ]);
    expect(survivor.state.lots?.map((lot) => lot.purchaseId)).toEqual(["a", "b", "c"]);
    expect(survivor.kinds).toEqual(["earn 100", "merge 200"]);
    expect(other.kinds).toEqual(["earn 150", "earn 50", "merge -200"]);
  });

  test("undone at once: 100 and 200 again, in the lots they were in", () => {
    const [survivor, other] = [new Account(), new Account()];
    survivor.earn(100, "2026-01-10", { months: 12 });
    other.earn(200, "2026-02-10", { months: 12 });
    const before = [expiries(survivor), expiries(other)];
    const moved = together(survivor, other);
    expect(apart(survivor, other, moved)).toMatchObject({ back: 200, gone: 0, paid: 0 });
    expect([survivor.state.balance, other.state.balance]).toEqual([100, 200]);
    expect([expiries(survivor).slice(0, 1), expiries(other)]).toEqual(before);
    expect(survivor.entries.at(-1)).toMatchObject({ kind: "unmerge", points: -200, reversesSeq: 2 });
    expect(other.entries.at(-1)).toMatchObject({ kind: "unmerge", points: 200, reversesSeq: 2 });
  });

  test("250 of 300 spent, 200 of them from what had come along: 0 go back, 200 are gone, the survivor keeps 50", () => {
    const [survivor, other] = [new Account(), new Account()];
    survivor.earn(100, "2026-01-10", { months: 24 });
    other.earn(200, "2026-02-10", { months: 6 });
    const moved = together(survivor, other);
    survivor.post(spend(survivor.state, { points: 250, at: on("2026-06-01") }));
    expect(apart(survivor, other, moved)).toMatchObject({ back: 0, gone: 200 });
    expect([survivor.state.balance, other.state.balance]).toEqual([50, 0]);
  });

  test("250 of 300 spent, the survivor's own 100 first: 50 go back, 150 are gone", () => {
    const [survivor, other] = [new Account(), new Account()];
    survivor.earn(100, "2026-01-10", { months: 6 });
    other.earn(200, "2026-02-10", { months: 24 });
    const moved = together(survivor, other);
    survivor.post(spend(survivor.state, { points: 250, at: on("2026-06-01") }));
    expect(apart(survivor, other, moved)).toMatchObject({ back: 50, gone: 150 });
    expect([survivor.state.balance, other.state.balance]).toEqual([0, 50]);
  });

  test("held points stay held until their own day, and go back as what they are by then", () => {
    const [survivor, other] = [new Account(), new Account()];
    other.earn(40, "2026-05-30", { holdDays: 7 });
    const moved = together(survivor, other);
    expect([survivor.state.pending, other.state.pending]).toEqual([40, 0]);
    expect(apart(survivor, other, moved, "2026-06-10")).toMatchObject({ back: 40 });
    expect([survivor.state.balance, other.state.balance, other.state.pending]).toEqual([0, 40, 0]);
  });
});

describe("debts", () => {
  const indebted = (debt: number) => {
    const account = new Account();
    account.earn(debt, "2026-01-10", { purchaseId: "p" });
    account.post(spend(account.state, { points: debt, at: on("2026-01-11") }));
    refund(account, debt, "p", "2026-01-12");
    return account;
  };

  test("100 and a debt of 80 are 20; undone, 100 and -80 again", () => {
    const [survivor, other] = [new Account(), indebted(80)];
    survivor.earn(100, "2026-02-10");
    const moved = together(survivor, other);
    expect([survivor.state.balance, other.state.balance]).toEqual([20, 0]);
    expect(apart(survivor, other, moved)).toMatchObject({ back: 0, gone: 0, paid: 0 });
    expect([survivor.state.balance, other.state.balance]).toEqual([100, -80]);
  });

  test("a debt of 80 and 200 are 120; undone, -80 and 200 again", () => {
    const [survivor, other] = [indebted(80), new Account()];
    other.earn(200, "2026-02-10");
    const moved = together(survivor, other);
    expect(survivor.state.balance).toBe(120);
    expect(apart(survivor, other, moved)).toMatchObject({ back: 200, gone: 0 });
    expect([survivor.state.balance, other.state.balance]).toEqual([-80, 200]);
  });

  test("debts of 80 and 50 are 130; 100 earned since paid them to 30: of the 50 the survivor paid 20, 30 go back", () => {
    const [survivor, other] = [indebted(80), indebted(50)];
    const moved = together(survivor, other);
    expect(survivor.state.balance).toBe(-130);
    survivor.earn(100, "2026-06-01");
    expect(apart(survivor, other, moved)).toMatchObject({ paid: 20 });
    expect([survivor.state.balance, other.state.balance]).toEqual([0, -30]);
  });
});

test("a purchase whose 100 points expired before the merge is refunded after it: the expiry is undone, nobody owes", () => {
  const [survivor, other] = [new Account(), new Account()];
  other.earn(100, "2026-01-10", { months: 1, purchaseId: "p" });
  survivor.earn(10, "2026-01-10");
  const lots = () => survivor.state.lots?.find((lot) => lot.purchaseId === "p");
  const moved = together(survivor, other);
  expect(lots()).toMatchObject({ remaining: 0, points: 100, expiredBefore: 100 });
  const known = {
    ...survivor.state,
    lots: (survivor.state.lots ?? []).map((lot) => ({ ...lot, expired: lot.expiredBefore ?? 0 })),
  };
  survivor.post(takeBack(known, { points: 100, purchaseId: "p", policy: "debt", at: on("2026-06-02") }));
  expect([survivor.state.balance, survivor.state.debt]).toEqual([10, 0]);
  expect(apart(survivor, other, moved)).toMatchObject({ back: 0, gone: 0 });
});

test("whatever two members have and do, together they have the same after a merge and after its undoing", () => {
  const points = fc.integer({ min: 1, max: 200 });
  const life = fc.record({
    earned: fc.array(
      fc.record({ points, months: fc.constantFrom(1, 3, 12), holdDays: fc.constantFrom(0, 20) }),
      {
        maxLength: 4,
      },
    ),
    spent: fc.integer({ min: 0, max: 300 }),
    refunded: fc.nat(3),
  });
  const live = (
    account: Account,
    { earned, spent, refunded }: typeof life extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    earned.forEach((one, index) => {
      account.earn(one.points, "2026-05-01", { ...one, purchaseId: `p${index}` });
    });
    const used = Math.min(spent, Math.max(0, account.state.balance));
    if (used > 0) account.post(spend(account.state, { points: used, at: on("2026-05-02") }));
    const back = earned[refunded];
    if (back) refund(account, back.points, `p${refunded}`, "2026-05-03");
  };
  fc.assert(
    fc.property(
      life,
      life,
      fc.boolean(),
      fc.constantFrom("2026-06-01", "2026-05-10", "2026-09-01"),
      (a, b, between, day) => {
        const [survivor, other] = [new Account(), new Account()];
        live(survivor, a);
        live(other, b);
        const settled = (account: Account) => account.post(settle(account.state, on("2026-05-04")));
        for (const account of [survivor, other]) settled(account);
        const sum = () =>
          survivor.state.balance + other.state.balance + survivor.state.pending + other.state.pending;
        const before = [
          survivor.state.balance,
          other.state.balance,
          survivor.state.pending,
          other.state.pending,
        ];
        const had = sum();
        const moved = together(survivor, other, "2026-05-04");
        expect(sum()).toBe(had);
        expect([other.state.balance, other.state.pending, other.state.debt]).toEqual([0, 0, 0]);
        if (between) {
          survivor.earn(77, "2026-05-05");
          if (survivor.state.balance > 30)
            survivor.post(spend(survivor.state, { points: 30, at: on("2026-05-06") }));
          const parted = unmerge(survivor.state, other.state, { moved, at: on(day), note: {} });
          const whole = sum();
          survivor.post(parted.survivor);
          other.post(parted.other);
          if (day === "2026-05-10") expect(sum()).toBe(whole);
          expect(parted.gone).toBeGreaterThanOrEqual(0);
          return;
        }
        apart(survivor, other, moved, "2026-05-04");
        expect([
          survivor.state.balance,
          other.state.balance,
          survivor.state.pending,
          other.state.pending,
        ]).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);
