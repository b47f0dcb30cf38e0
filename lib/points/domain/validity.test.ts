import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { award } from "./award";
import { Account, on, zone } from "./example-account";
import { spend } from "./spend";
import { expiryGiven, validityOf } from "./validity";

const expiresAt = (expiry: Parameters<typeof validityOf>[0], date: string, tier?: string) =>
  validityOf(expiry, { availableAt: on(date), zone, tier }).expiresAt;

describe("fixed validity", () => {
  test("case 23: available on 31 January for a month: through the last of February", () => {
    expect(expiresAt({ kind: "after", months: 1 }, "2026-01-31")).toEqual(on("2026-03-01"));
    expect(expiresAt({ kind: "after", months: 1 }, "2028-01-31")).toEqual(on("2028-03-01"));
  });

  test.each([
    ["month", "2026-11-15", "2027-12-01"],
    ["quarter", "2026-11-15", "2028-01-01"],
    ["quarter", "2026-01-01", "2027-04-01"],
    ["quarter", "2025-08-31", "2026-10-01"],
    ["year", "2026-11-15", "2028-01-01"],
    ["year", "2026-01-01", "2028-01-01"],
    ["month", "2027-02-28", "2028-03-01"],
  ] as const)("12 months, to the end of the %s: %s is gone on %s", (endOf, from, gone) => {
    expect(expiresAt({ kind: "after", months: 12, endOf }, from)).toEqual(on(gone));
  });

  test("23:30 on the last of the month in Istanbul is that month, whatever UTC says", () => {
    const { expiresAt: gone } = validityOf(
      { kind: "after", months: 1, endOf: "month" },
      { availableAt: new Date("2026-01-31T20:30:00Z"), zone },
    );
    expect(gone).toEqual(on("2026-03-01"));
  });

  test("6 months, and 12 more for Gold: 18 for Gold, 6 for everybody else", () => {
    const expiry = { kind: "after", months: 6, longer: [{ tier: "gold", months: 12 }] } as const;
    const said = { ...expiry, longer: [...expiry.longer] };
    expect(expiresAt(said, "2026-01-10", "gold")).toEqual(on("2027-07-11"));
    expect(expiresAt(said, "2026-01-10", "silver")).toEqual(on("2026-07-11"));
    expect(expiresAt(said, "2026-01-10")).toEqual(on("2026-07-11"));
  });

  test("at the end of a period never earlier than on the day itself, and less than the period later", () => {
    const days = { month: 31, quarter: 92, year: 366 };
    fc.assert(
      fc.property(
        fc.date({ min: on("2000-01-01"), max: on("2060-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom("month" as const, "quarter" as const, "year" as const),
        (availableAt, months, endOf) => {
          const plain =
            validityOf({ kind: "after", months }, { availableAt, zone }).expiresAt?.getTime() ?? 0;
          const end =
            validityOf({ kind: "after", months, endOf }, { availableAt, zone }).expiresAt?.getTime() ?? 0;
          expect(end).toBeGreaterThanOrEqual(plain);
          expect(end - plain).toBeLessThan(days[endOf] * 86_400_000);
        },
      ),
    );
  });
});

describe("after inactivity", () => {
  const expiry = { kind: "inactivity", months: 6 } as const;
  const earn = (account: Account, points: number, date: string, now = date) =>
    account.post(
      award(read(account), {
        parts: [{ points, holdDays: 0 }],
        occurredAt: on(date),
        now: on(now),
        zone,
        expiry,
        note: {},
      }),
    );
  /** As facts are read from the database: what the member did since has moved expiry on. */
  const read = (account: Account) => ({
    ...account.state,
    lots: (account.state.lots ?? []).map((lot) => ({
      ...lot,
      expiresAt: expiryGiven(lot, account.state.activeAt, zone),
    })),
  });

  test("100 in January, 50 in May: in August all 150 are there, although January was 7 months ago", () => {
    const account = new Account();
    earn(account, 100, "2026-01-10");
    earn(account, 50, "2026-05-10");
    account.post(spend(read(account), { points: 150, at: on("2026-08-10") }));
    expect(account.kinds).toEqual(["earn 100", "earn 50", "spend -150"]);
  });

  test("100 in January, nothing for 6 months: gone on 11 July, and what comes in August stands alone", () => {
    const account = new Account();
    earn(account, 100, "2026-01-10");
    earn(account, 50, "2026-08-01");
    expect(account.kinds).toEqual(["earn 100", "expire -100", "earn 50"]);
    expect(account.remaining).toEqual([0, 50]);
    // What has expired keeps its date: the activity of August does not reach back.
    expect(account.state.lots?.[0]).toMatchObject({ expiresAt: on("2026-07-11"), idleMonths: null });
    expect(account.state.nextDueAt).toEqual(on("2027-02-02"));
  });

  test("spending 10 in June is activity: the other 90 last until December", () => {
    const account = new Account();
    earn(account, 100, "2026-01-10");
    account.post(spend(read(account), { points: 10, at: on("2026-06-20") }));
    expect(read(account).lots[0]?.expiresAt).toEqual(on("2026-12-21"));
  });

  test("a purchase of January that arrives in August, after one of July: it lives by the one of July", () => {
    const account = new Account();
    earn(account, 50, "2026-07-10");
    earn(account, 100, "2026-01-10", "2026-08-01");
    expect(account.kinds).toEqual(["earn 50", "earn 100"]);
  });
});

test("a lot with a date of its own is moved by nothing", () => {
  const lot = { expiresAt: on("2026-07-11"), idleMonths: null };
  expect(expiryGiven(lot, on("2026-07-01"), zone)).toEqual(on("2026-07-11"));
  expect(expiryGiven({ expiresAt: null }, on("2026-07-01"), zone)).toBeNull();
});
