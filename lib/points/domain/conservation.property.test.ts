import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/kernel/calendar";
import { adjust } from "./adjust";
import { Account, on, zone } from "./example-account";
import { forfeit } from "./forfeit";
import { gift } from "./gift";
import { returnPoints } from "./return-points";
import { settle } from "./settle";
import { spend } from "./spend";
import { takeBack } from "./take-back";
import type { Posting, Refusal } from "./types";

const points = fc.integer({ min: 1, max: 300 });
const who = fc.nat(1);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("earn" as const),
      who,
      points,
      months: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      holdDays: fc.constantFrom(0, 0, 14),
      late: fc.constantFrom(0, 0, 40),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("spend" as const), who, points }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      who,
      purchase: fc.nat(20),
      share: fc.integer({ min: 1, max: 100 }),
      policy: fc.constantFrom("debt" as const, "writeOff" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("return" as const),
      who,
      spending: fc.nat(20),
      share: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("gift" as const), who, points }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("adjust" as const),
      who,
      points: fc.integer({ min: -200, max: 200 }).filter((n) => n !== 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      days: fc.integer({ min: 1, max: 60 }),
      settle: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forfeit" as const), who }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Two members and what can be taken back from them. `Account.post` checks every law after each posting. */
class Shop {
  readonly members = [new Account(), new Account()];
  readonly purchases = this.members.map((): { id: string; left: number }[] => []);
  readonly spendings = this.members.map(
    (): { taken: { lotNo: number; points: number }[]; left: number; returned: number }[] => [],
  );
  day = "2026-01-01";

  run(one: Step): void {
    if (one.do === "wait") {
      this.wait(one);
      return;
    }
    const account = this.members[one.who] ?? new Account();
    const at = on(this.day);
    switch (one.do) {
      case "earn": {
        const id = `p${account.entries.length}`;
        account.earn(one.points, addDays(this.day, -one.late), { ...one, now: this.day, purchaseId: id });
        this.purchases[one.who]?.push({ id, left: one.points });
        return;
      }
      case "spend": {
        const spent = this.#accept(account, spend(account.state, { points: one.points, at }));
        const seq = spent?.entries.at(-1)?.seq;
        const taken = spent?.movements
          .filter((move) => move.entrySeq === seq)
          .map((move) => ({ lotNo: move.lotNo, points: -move.points }));
        if (taken) this.spendings[one.who]?.push({ taken, left: one.points, returned: 0 });
        return;
      }
      case "refund":
        this.#refund(one, account, at);
        return;
      case "return":
        this.#return(one, account, at);
        return;
      case "gift":
        this.#gift(one, account, at);
        return;
      case "adjust":
        this.#accept(
          account,
          adjust(account.state, { points: one.points, at, zone, expiry: { kind: "after", months: 2 } }),
        );
        return;
      case "forfeit":
        account.post(forfeit(account.state, { at }));
        return;
    }
  }

  wait(one: Extract<Step, { do: "wait" }>): void {
    this.day = addDays(this.day, one.days);
    if (one.settle) for (const account of this.members) account.post(settle(account.state, on(this.day)));
  }

  #refund(one: Extract<Step, { do: "refund" }>, account: Account, at: Date): void {
    const purchase = this.purchases[one.who]?.[one.purchase];
    const back = Math.ceil(((purchase?.left ?? 0) * one.share) / 100);
    if (!purchase || back === 0) return;
    const taken = account.post(
      takeBack(account.state, { points: back, purchaseId: purchase.id, policy: one.policy, at }),
    );
    purchase.left -= back;
    const refunds = taken.entries.filter((entry) => entry.kind === "refund");
    expect(refunds.reduce((sum, entry) => sum + entry.points + entry.pending, 0)).toBe(-back);
  }

  #return(one: Extract<Step, { do: "return" }>, account: Account, at: Date): void {
    const spending = this.spendings[one.who]?.[one.spending];
    const back = Math.ceil(((spending?.left ?? 0) * one.share) / 100);
    if (!spending || back === 0) return;
    const request = {
      points: back,
      taken: spending.taken,
      returnedBefore: spending.returned,
      graceDays: 30,
      zone,
      at,
    };
    const returned = account.post(returnPoints(account.state, request));
    expect(returned.entries.filter((entry) => entry.kind === "return").map((entry) => entry.points)).toEqual([
      back,
    ]);
    spending.left -= back;
    spending.returned += back;
  }

  #gift(one: Extract<Step, { do: "gift" }>, account: Account, at: Date): void {
    const other = this.members[1 - one.who] ?? new Account();
    const given = gift(account.state, other.state, { points: one.points, at });
    if (!given.ok) return;
    account.post(given.from);
    other.post(given.to);
  }

  #accept(account: Account, posting: Posting | Refusal): Posting | null {
    if (posting.ok) return account.post(posting);
    expect(posting.code).toBe("insufficient_points");
    return null;
  }
}

test("case 28: whatever happens, in any order, balance = entries = what remains in lots - debt", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const shop = new Shop();
      for (const one of steps) shop.run(one);
      shop.wait({ do: "wait", days: 2000, settle: true });
      for (const account of shop.members) {
        const lots = account.state.lots ?? [];
        expect(
          lots
            .filter((lot) => lot.remaining > 0)
            .every((lot) => lot.state === "open" && lot.expiresAt === null),
        ).toBe(true);
        expect(account.state.nextDueAt).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
