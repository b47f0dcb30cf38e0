import { startOfDay } from "@/lib/kernel/calendar";
import { award } from "./award";
import { brokenLaws } from "./law";
import type { Entry, LotMovement, PointsState, Posting, Refusal } from "./types";

/** For tests: one member's points as the database would keep them, checked after every posting. */

export const zone = "Europe/Istanbul";

export const noPoints: PointsState = {
  balance: 0,
  pending: 0,
  debt: 0,
  entrySeq: 0,
  lotNo: 0,
  nextDueAt: null,
  lots: [],
};

/** Start of a local day. */
export const on = (date: string): Date => startOfDay(date, zone);

export class Account {
  state: PointsState = noPoints;
  readonly entries: Entry[] = [];
  readonly movements: LotMovement[] = [];

  /** Takes a posting over, or throws what was refused. */
  post<P extends Posting>(result: P | Refusal): P {
    if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
    this.state = result.state;
    this.entries.push(...result.entries);
    this.movements.push(...result.movements);
    const broken = [...brokenLaws(this.state, this.entries), ...this.#brokenLots()];
    if (broken.length > 0) throw new Error(broken.join("; "));
    return result;
  }

  /** Earns points on a day, valid for so many months (or for ever), held for so many days. */
  earn(
    points: number,
    date: string,
    { months, holdDays = 0, now = date, purchaseId }: Earning = {},
  ): Posting {
    return this.post(
      award(this.state, {
        parts: [{ points, holdDays }],
        occurredAt: on(date),
        now: on(now),
        zone,
        expiry: months === undefined ? { kind: "never" } : { kind: "after", months },
        note: { purchaseId },
      }),
    );
  }

  /** What remains, lot by lot. */
  get remaining(): number[] {
    return (this.state.lots ?? []).map((lot) => lot.remaining);
  }

  get kinds(): string[] {
    return this.entries.map(
      (entry) => `${entry.kind} ${entry.points}${entry.pending === 0 ? "" : ` (${entry.pending})`}`,
    );
  }

  #brokenLots(): string[] {
    return (this.state.lots ?? []).flatMap((lot) => {
      const moved = this.movements
        .filter((one) => one.lotNo === lot.no)
        .reduce((sum, one) => sum + one.points, 0);
      const sound = lot.points + moved === lot.remaining && lot.remaining >= 0 && lot.remaining <= lot.points;
      return sound ? [] : [`lot ${lot.no} of ${lot.points} moved by ${moved} and holds ${lot.remaining}`];
    });
  }
}

interface Earning {
  months?: number;
  holdDays?: number;
  now?: string;
  purchaseId?: string;
}
