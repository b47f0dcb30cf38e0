import type { Explanation } from "@/lib/earning/domain/explain";
import type { EntryKind } from "@/lib/points/domain/types";
import { type StoryKind, storyKinds } from "../schemas";

/** Who did it: the member themselves, another one, one of the staff or a key of the shop's. */
export interface StoryActor {
  as: "self" | "member" | "staff" | "key";
  /** null: they are gone. */
  name: string | null;
}

export interface StoryAward {
  version: number;
  explanation: Explanation;
}

export interface StoryPurchaseLine {
  id: string;
  name: string;
  /** Thousandths. */
  quantity: number;
  amount: number;
  refundedAmount: number;
}

/** What happened, as plain data: the page says it. Points are what moved by it. */
export type StoryEvent =
  | {
      kind: "purchase";
      id: string;
      amount: number;
      refunded: number;
      points: number;
      pending: number;
      tendered: number;
      lines: StoryPurchaseLine[];
      award: StoryAward;
    }
  | { kind: "refund"; amount: number; names: string[]; taken: number; returned: number; writtenOff: number }
  | {
      kind: "points";
      entry: EntryKind;
      points: number;
      pending: number;
      reason: string | null;
      reference: string | null;
      /** Who gave them, or was given them. */
      other: string | null;
    }
  | {
      kind: "reward";
      name: string;
      quantity: number;
      source: "points" | "birthday" | "tier" | "apology" | "treat";
      points: number;
      reason: string | null;
    }
  | { kind: "voucher"; name: string; how: "used" | "expired" | "cancelled"; reference: string | null }
  | {
      kind: "activity";
      id: string;
      name: string;
      status: "waiting" | "recorded" | "refused" | "undone";
      counted: boolean;
      points: number;
      reason: string | null;
      award: StoryAward | null;
    }
  | { kind: "tier"; tier: string | null; reason: string | null; note: string | null }
  | { kind: "note"; id: string; text: string; own: boolean; edited: boolean }
  | { kind: "mail"; subject: string; status: "queued" | "sent" | "kept" | "failed" }
  | { kind: "consent"; given: boolean; wording: string }
  | { kind: "merge"; id: string; card: string; parted: boolean }
  | { kind: "parting"; card: string }
  | {
      kind: "place";
      what: "asked" | "booked" | "came" | "cancelled" | "passed";
      event: string;
      startsAt: string;
      /** What it cost. */
      points: number;
    }
  | { kind: "joined"; via: string };

export type StoryRow = StoryEvent & { key: string; at: string; by: StoryActor | null };

/** Something that was read: `event` is null where another kind tells it. */
export interface Moment {
  at: string;
  id: string;
  by: string | null;
  event: StoryEvent | null;
}

export interface ReadKind {
  kind: StoryKind;
  moments: Moment[];
  /** Whether there is more of it behind the last moment. */
  more: boolean;
}

type Placed = Moment & { kind: StoryKind };

/**
 * One list of several, newest first. What lies behind the last moment of a kind that has more is not known yet, so the list
 * ends there; `last` is then where it goes on, and null where everything is told.
 */
export function gatherStory(
  read: readonly ReadKind[],
  limit: number,
): { told: (Placed & { event: StoryEvent })[]; last: Placed | null } {
  const all = read.flatMap(({ kind, moments }) => moments.map((moment): Placed => ({ ...moment, kind })));
  // Stable: within a kind they keep the order in which they were read.
  all.sort(newestFirst);
  const edges = read.flatMap(({ kind, moments, more }) => {
    const end = more ? moments.at(-1) : undefined;
    return end ? [all.findIndex((one) => one.kind === kind && one.id === end.id && one.at === end.at)] : [];
  });
  const known = Math.min(all.length - 1, ...edges);
  const told: (Placed & { event: StoryEvent })[] = [];
  for (const [index, { event, ...moment }] of all.entries()) {
    if (index > known) break;
    if (event) told.push({ ...moment, event });
    const isLast = index === all.length - 1 && edges.length === 0;
    if (!isLast && (told.length === limit || index === known)) return { told, last: { ...moment, event } };
  }
  return { told, last: null };
}

const newestFirst = (a: Placed, b: Placed): number =>
  Date.parse(b.at) - Date.parse(a.at) || storyKinds.indexOf(b.kind) - storyKinds.indexOf(a.kind);
