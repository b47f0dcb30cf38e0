import { expect, test } from "vitest";
import { adjust } from "./adjust";
import { award } from "./award";
import { Account, noPoints, on, zone } from "./example-account";
import { forfeit } from "./forfeit";
import { gift } from "./gift";
import { settle } from "./settle";
import { spend } from "./spend";

const spendOn = (account: Account, points: number, date: string) =>
  account.post(spend(account.state, { points, at: on(date) }));
const settleOn = (account: Account, date: string) => account.post(settle(account.state, on(date)));

test("case 20: A 100 expiring in June, B 100 expiring in March, earned later; spending 120 leaves A 80, B 0", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { months: 5 });
  account.earn(100, "2026-02-01", { months: 1 });
  spendOn(account, 120, "2026-02-02");
  expect(account.remaining).toEqual([80, 0]);
});

test("case 20: what never expires goes last, and of two that expire together the earlier earned goes first", () => {
  const account = new Account();
  account.earn(100, "2026-01-01");
  account.earn(100, "2026-01-20", { months: 1 });
  account.earn(100, "2026-01-20", { months: 1 });
  spendOn(account, 150, "2026-02-02");
  expect(account.remaining).toEqual([100, 0, 50]);
  spendOn(account, 100, "2026-02-03");
  expect(account.remaining).toEqual([50, 0, 0]);
});

test("case 21: earned 100, spent 60, then expiry: -40 and balance 0, never -60", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { months: 1 });
  spendOn(account, 60, "2026-01-20");
  settleOn(account, "2026-02-11");
  expect(account.kinds).toEqual(["earn 100", "spend -60", "expire -40"]);
  expect(account.state).toMatchObject({ balance: 0, nextDueAt: null });
});

test("case 22: a lot that expired a minute ago cannot be spent although no job has run", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { months: 1 });
  const expiry = on("2026-02-11").getTime();
  expect(spend(account.state, { points: 1, at: new Date(expiry + 60_000) })).toEqual({
    ok: false,
    code: "insufficient_points",
    params: { balance: 0, points: 1 },
  });
  expect(spend(account.state, { points: 100, at: new Date(expiry - 1) })).toMatchObject({ ok: true });
});

test("case 22: spending what is left after an expiry writes the expiry first", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { months: 1 });
  account.earn(50, "2026-01-10");
  spendOn(account, 50, "2026-03-01");
  expect(account.kinds).toEqual(["earn 100", "earn 50", "expire -100", "spend -50"]);
});

test("case 23: earned on 31 January for one month, usable through 28 February, gone as 1 March begins in Istanbul", () => {
  const account = new Account();
  account.earn(100, "2026-01-31", { months: 1 });
  expect(account.state.nextDueAt).toEqual(new Date("2026-02-28T21:00:00Z"));
  settleOn(account, "2026-02-28");
  expect(account.state.balance).toBe(100);
  settleOn(account, "2026-03-01");
  expect(account.state.balance).toBe(0);
});

test("case 24: a lot earned under 24 months keeps them when the program goes down to 6", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { months: 24 });
  account.earn(100, "2026-02-10", { months: 6 });
  expect(account.state.lots?.map((lot) => lot.expiresAt)).toEqual([on("2028-01-11"), on("2026-08-11")]);
});

test("case 25: against a balance of 100 the first spending of 100 leaves 0, the next is told: 0 there, 100 asked for", () => {
  const account = new Account();
  account.earn(100, "2026-01-10");
  spendOn(account, 100, "2026-01-11");
  expect(spend(account.state, { points: 100, at: on("2026-01-11") })).toMatchObject({
    ok: false,
    params: { balance: 0, points: 100 },
  });
});

test("case 11: held 14 days from the 10th: pending, not spendable, available as the 24th begins, valid one month from then", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { holdDays: 14, months: 1 });
  expect(account.state).toMatchObject({ balance: 0, pending: 100, nextDueAt: on("2026-01-24") });
  expect(spend(account.state, { points: 1, at: on("2026-01-23") })).toMatchObject({ ok: false });
  settleOn(account, "2026-01-24");
  expect(account.state).toMatchObject({ balance: 100, pending: 0, nextDueAt: on("2026-02-25") });
  expect(account.entries.at(-1)).toMatchObject({
    kind: "release",
    points: 100,
    pending: -100,
    occurredAt: on("2026-01-24"),
  });
});

test("an award of two parts is one entry and two lots: 100 at once, 50 held", () => {
  const account = new Account();
  const parts = [
    { points: 100, holdDays: 0 },
    { points: 50, holdDays: 2 },
  ];
  account.post(
    award(account.state, {
      parts,
      occurredAt: on("2026-01-10"),
      now: on("2026-01-10"),
      zone,
      expiry: { kind: "never" },
      note: { purchaseId: "p1" },
    }),
  );
  expect(account.kinds).toEqual(["earn 100 (50)"]);
  expect(account.state.lots).toMatchObject([
    { state: "open", purchaseId: "p1" },
    { state: "pending", purchaseId: "p1" },
  ]);
});

test("a purchase that arrives after its hold is available at once; after its validity, it is earned and expired", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { holdDays: 14, months: 12, now: "2026-02-01" });
  expect(account.state).toMatchObject({ balance: 100, pending: 0 });
  account.earn(70, "2025-11-01", { holdDays: 14, months: 1, now: "2026-02-01" });
  expect(account.kinds.slice(1)).toEqual(["earn 70", "expire -70"]);
});

test("run once after a year: held points are released and expire each at its own instant, in order", () => {
  const account = new Account();
  account.earn(100, "2026-01-01", { holdDays: 14, months: 1 });
  account.earn(50, "2026-01-05", { months: 1 });
  settleOn(account, "2027-01-01");
  expect(account.entries.map((entry) => [entry.kind, entry.occurredAt])).toEqual([
    ["earn", on("2026-01-01")],
    ["earn", on("2026-01-05")],
    ["release", on("2026-01-15")],
    ["expire", on("2026-02-06")],
    ["expire", on("2026-02-16")],
  ]);
  expect(account.post(settle(account.state, on("2027-01-01"))).entries).toEqual([]);
});

test("without its lots a member can be awarded while nothing is due, and nothing else", () => {
  const lotless = {
    ...noPoints,
    balance: 500,
    entrySeq: 9,
    lotNo: 4,
    nextDueAt: on("2026-06-01"),
    lots: null,
  };
  const give = (now: string) =>
    award(lotless, {
      parts: [{ points: 10, holdDays: 2 }],
      occurredAt: on(now),
      now: on(now),
      zone,
      expiry: { kind: "never" },
      note: {},
    });
  expect(give("2026-05-01").state).toMatchObject({
    balance: 500,
    pending: 10,
    entrySeq: 10,
    lotNo: 5,
    nextDueAt: on("2026-05-03"),
    lots: null,
  });
  expect(() => give("2026-06-01")).toThrow("were not read");
  expect(() => spend(lotless, { points: 10, at: on("2026-05-01") })).toThrow("were not read");
});

test("case 27: a gift keeps the expiry of what it moves: 100 of March and 20 of June arrive as they were", () => {
  const [giver, receiver] = [new Account(), new Account()];
  giver.earn(100, "2026-01-01", { months: 5 });
  giver.earn(100, "2026-02-01", { months: 1 });
  const given = gift(giver.state, receiver.state, {
    points: 120,
    at: on("2026-02-02"),
    note: { giftId: "g1" },
  });
  if (!given.ok) throw new Error(given.code);
  giver.post(given.from);
  receiver.post(given.to);
  expect(giver.remaining).toEqual([80, 0]);
  expect(receiver.state.lots).toMatchObject([
    { remaining: 100, expiresAt: on("2026-03-02"), earnedAt: on("2026-02-01") },
    { remaining: 20, expiresAt: on("2026-06-02"), earnedAt: on("2026-01-01") },
  ]);
  expect([giver.kinds.at(-1), receiver.kinds.at(-1)]).toEqual(["gift-out -120", "gift-in 120"]);
});

test("case 27: of two gifts of a whole balance the second is refused", () => {
  const [giver, receiver] = [new Account(), new Account()];
  giver.earn(100, "2026-01-01");
  const first = gift(giver.state, receiver.state, { points: 100, at: on("2026-01-02") });
  if (!first.ok) throw new Error(first.code);
  giver.post(first.from);
  expect(gift(giver.state, receiver.state, { points: 100, at: on("2026-01-02") })).toMatchObject({
    ok: false,
    code: "insufficient_points",
  });
});

test("an adjustment up is a lot with the program's validity; down it is taken in spending order, never below what is there", () => {
  const account = new Account();
  const change = (points: number) =>
    adjust(account.state, {
      points,
      at: on("2026-01-10"),
      zone,
      expiry: { kind: "after", months: 1 },
      note: { reason: "Till was down" },
    });
  account.post(change(100));
  expect(account.state.nextDueAt).toEqual(on("2026-02-11"));
  account.post(change(-30));
  expect(account.kinds).toEqual(["adjust 100", "adjust -30"]);
  expect(change(-71)).toEqual({
    ok: false,
    code: "insufficient_points",
    params: { balance: 70, points: 71 },
  });
});

test("case 33: leaving with 70 available and 30 pending forfeits both by one entry", () => {
  const account = new Account();
  account.earn(70, "2026-01-01");
  account.earn(30, "2026-01-01", { holdDays: 14 });
  account.post(forfeit(account.state, { at: on("2026-01-02") }));
  expect(account.kinds.at(-1)).toBe("forfeit -70 (-30)");
  expect(account.state).toMatchObject({ balance: 0, pending: 0, nextDueAt: null });
  expect(account.post(forfeit(account.state, { at: on("2026-01-02") })).entries).toEqual([]);
});

test("postings change the state that they return, never the one that they were given", () => {
  const account = new Account();
  account.earn(100, "2026-01-10", { months: 1 });
  const before = structuredClone(account.state);
  spend(account.state, { points: 60, at: on("2026-01-20") });
  settle(account.state, on("2027-01-01"));
  expect(account.state).toEqual(before);
});
