import { expect, test } from "vitest";
import { Account, on, zone } from "./example-account";
import { forfeit } from "./forfeit";
import { returnPoints } from "./return-points";
import { settle } from "./settle";
import { spend } from "./spend";
import { takeBack } from "./take-back";

const back = (
  account: Account,
  points: number,
  date: string,
  policy: "debt" | "writeOff" = "debt",
  purchaseId = "p1",
) => account.post(takeBack(account.state, { points, purchaseId, policy, at: on(date) }));
const spendOn = (account: Account, points: number, date: string) =>
  account.post(spend(account.state, { points, at: on(date) }));

test("case 13, debt: earned 100, spent 80, refunded in full: balance -80; the next 50 bring it to -30", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { purchaseId: "p1" });
  spendOn(account, 80, "2026-01-02");
  expect(back(account, 100, "2026-01-03")).toMatchObject({ owed: 80, writtenOff: 0 });
  expect(account.state).toMatchObject({ balance: -80, debt: 80 });
  account.earn(50, "2026-01-04", { purchaseId: "p2" });
  expect(account.state).toMatchObject({ balance: -30, debt: 30 });
  expect(account.remaining).toEqual([0, 0]);
  account.earn(50, "2026-01-05", { purchaseId: "p3" });
  expect(account.state).toMatchObject({ balance: 20, debt: 0 });
  expect(account.remaining).toEqual([0, 0, 20]);
});

test("case 13, write off: balance 0, and the 80 are recorded as a loss", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { purchaseId: "p1" });
  spendOn(account, 80, "2026-01-02");
  expect(back(account, 100, "2026-01-03", "writeOff")).toMatchObject({ owed: 0, writtenOff: 80 });
  expect(account.state).toMatchObject({ balance: 0, debt: 0 });
  expect(account.kinds).toEqual(["earn 100", "spend -80", "refund -100", "write-off 80"]);
});

test("while points are owed none can be spent, and held points pay when they arrive", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { purchaseId: "p1" });
  spendOn(account, 100, "2026-01-02");
  back(account, 100, "2026-01-03");
  account.earn(130, "2026-01-04", { holdDays: 2, purchaseId: "p2" });
  expect(account.state).toMatchObject({ balance: -100, pending: 130, debt: 100 });
  expect(spend(account.state, { points: 1, at: on("2026-01-05") })).toMatchObject({
    ok: false,
    params: { balance: -100 },
  });
  account.post(settle(account.state, on("2026-01-06")));
  expect(account.state).toMatchObject({ balance: 30, pending: 0, debt: 0 });
});

test("case 11: a refund during the hold cancels what is pending and touches nothing else", () => {
  const account = new Account();
  account.earn(500, "2026-01-01", { purchaseId: "p0" });
  account.earn(100, "2026-01-02", { holdDays: 14, purchaseId: "p1" });
  back(account, 100, "2026-01-05");
  expect(account.kinds.at(-1)).toBe("refund 0 (-100)");
  expect(account.state).toMatchObject({ balance: 500, pending: 0, nextDueAt: null });
});

test("a purchase's own lots go first: 100 of p1 back leaves p2's 100 although those expire earlier", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 12, purchaseId: "p1" });
  account.earn(100, "2026-01-01", { months: 1, purchaseId: "p2" });
  back(account, 60, "2026-01-02");
  expect(account.remaining).toEqual([40, 100]);
});

test("what was spent of a purchase is taken from the other points before anything is owed: 100 - 80 spent, 50 others: -30", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 1, purchaseId: "p1" });
  account.earn(50, "2026-01-01", { months: 2, purchaseId: "p2" });
  spendOn(account, 80, "2026-01-02");
  expect(back(account, 100, "2026-01-03")).toMatchObject({ owed: 30 });
  expect(account.remaining).toEqual([0, 0]);
  expect(account.state.balance).toBe(-30);
});

test("what expired is not taken twice: 100 earned, 60 spent, 40 expired; the refund undoes the expiry and owes 60", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 1, purchaseId: "p1" });
  spendOn(account, 60, "2026-01-02");
  account.post(settle(account.state, on("2026-03-01")));
  expect(back(account, 100, "2026-03-02")).toMatchObject({ owed: 60 });
  expect(account.kinds).toEqual(["earn 100", "spend -60", "expire -40", "expire 40", "refund -100"]);
  expect(account.state.balance).toBe(-60);
});

test("in two refunds of 50 the 40 that expired are reckoned once: 10 and then 50 are owed", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 1, purchaseId: "p1" });
  spendOn(account, 60, "2026-01-02");
  account.post(settle(account.state, on("2026-03-01")));
  expect(back(account, 50, "2026-03-02").owed).toBe(10);
  expect(back(account, 50, "2026-03-03").owed).toBe(50);
  expect(account.state.balance).toBe(-60);
});

test("a debt is written off when the member leaves", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { purchaseId: "p1" });
  spendOn(account, 80, "2026-01-02");
  back(account, 100, "2026-01-03");
  account.post(forfeit(account.state, { at: on("2026-01-04") }));
  expect(account.kinds.at(-1)).toBe("write-off 80");
  expect(account.state).toMatchObject({ balance: 0, debt: 0 });
});

test("undoing a purchase is an entry of its own kind", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { purchaseId: "p1" });
  account.post(
    takeBack(account.state, {
      points: 100,
      purchaseId: "p1",
      policy: "debt",
      at: on("2026-01-02"),
      kind: "undo",
    }),
  );
  expect(account.kinds).toEqual(["earn 100", "undo -100"]);
});

/** 1,500 in March's lot and 1,500 in June's; 2,000 spent: 1,500 of the first, 500 of the second. */
function paidWithPoints() {
  const account = new Account();
  account.earn(1500, "2026-01-01", { months: 5 });
  account.earn(1500, "2026-02-01", { months: 1 });
  const spent = spendOn(account, 2000, "2026-02-02");
  const taken = spent.movements.map(({ lotNo, points }) => ({ lotNo, points: -points }));
  const giveBack = (points: number, date: string, { returnedBefore = 0, graceDays = 30 } = {}) =>
    account.post(
      returnPoints(account.state, { points, taken, returnedBefore, graceDays, zone, at: on(date) }),
    );
  return { account, giveBack };
}

test("case 16: of 2,000 points spent 1,000 come back into their lots: 500 into June's, 500 into March's, the last taken first", () => {
  const { account, giveBack } = paidWithPoints();
  expect(account.remaining).toEqual([1000, 0]);
  giveBack(1000, "2026-02-10");
  expect(account.remaining).toEqual([1500, 500]);
  giveBack(1000, "2026-02-11", { returnedBefore: 1000 });
  expect(account.remaining).toEqual([1500, 1500]);
  expect(account.state).toMatchObject({ balance: 3000, lotNo: 2 });
});

test("case 17: March's lot has expired; 20 days later, inside a grace of 30, 500 come back usable until the grace ends", () => {
  const { account, giveBack } = paidWithPoints();
  expect(giveBack(1000, "2026-03-22")).toMatchObject({ expired: 0 });
  expect(account.state.lots?.at(-1)).toMatchObject({
    remaining: 500,
    earnedAt: on("2026-02-01"),
    expiresAt: on("2026-04-01"),
  });
  expect(account.state.balance).toBe(2000);
  account.post(settle(account.state, on("2026-04-01")));
  expect(account.state.balance).toBe(1500);
});

test("case 17: after the grace the same 500 are recorded as returned and expired", () => {
  const { account, giveBack } = paidWithPoints();
  expect(giveBack(1000, "2026-04-01")).toMatchObject({ expired: 500 });
  expect(account.kinds.slice(-2)).toEqual(["return 1000", "expire -500"]);
  expect(account.state.balance).toBe(1500);
});

test("case 17: a grace of 0 days is none", () => {
  const { account, giveBack } = paidWithPoints();
  giveBack(1000, "2026-03-02", { graceDays: 0 });
  expect(account.state.balance).toBe(1500);
});

test("points that come back pay what is owed; those that come back expired do not", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 1, purchaseId: "p1" });
  const spent = spendOn(account, 100, "2026-01-02");
  const taken = spent.movements.map(({ lotNo, points }) => ({ lotNo, points: -points }));
  back(account, 100, "2026-01-03");
  const request = { taken, zone, graceDays: 0 };
  account.post(
    returnPoints(account.state, { ...request, points: 30, returnedBefore: 0, at: on("2026-01-04") }),
  );
  expect(account.state).toMatchObject({ balance: -70, debt: 70 });
  account.post(
    returnPoints(account.state, { ...request, points: 30, returnedBefore: 30, at: on("2026-03-01") }),
  );
  expect(account.state).toMatchObject({ balance: -70, debt: 70 });
});

test("more than was spent cannot come back", () => {
  const { giveBack } = paidWithPoints();
  expect(() => giveBack(1001, "2026-02-10", { returnedBefore: 1000 })).toThrow(RangeError);
});
