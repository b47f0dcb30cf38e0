import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { dueOf } from "./count-towards-tier";
import { advance } from "./domain/evaluate-tier";
import { decide, type TierByHand } from "./domain/replay-tier";
import { tierRules } from "./domain/tier-rules";
import { shopTiers } from "./shop-tiers";
import {
  type MovedStanding,
  readStored,
  type StandingRow,
  standingColumns,
  storeStandings,
} from "./stored-standings";

interface Hand extends Omit<TierByHand, "at"> {
  memberId: string;
  /** As it stands in the member's history: enrolled, edited, locked, unlocked, merged. */
  reason: string;
}

/** Stores what people decide about a member's tier. The caller holds the member. Null: there is no such member. */
export async function giveByHand(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { memberId, reason, ...hand }: Hand,
): Promise<MovedStanding | null> {
  const { merchantId } = actor;
  const [row] = await tx.sql<StandingRow[]>`
    select ${standingColumns(tx.sql)} from member m
    where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active' for update`;
  if (!row) return null;
  const { enrolledAt, now: before } = readStored(row);
  const shop = await shopTiers(tx, merchantId);
  const qualification = { window: { kind: "life" as const }, graceDays: 0, leaving: "step" as const };
  const rules = shop?.rules ?? tierRules({ tiers: [], qualification }, new Date(0));
  const place = { zone: shop?.zone ?? "UTC", enrolledAt };
  const lapsed = shop ? advance(before, now, rules, place) : { standing: before, changes: [] };
  const decided = decide(lapsed.standing, { ...hand, at: now }, rules, place);
  const moved: MovedStanding = {
    id: memberId,
    now: decided.standing,
    dueAt: dueOf(decided.standing, rules, place),
    changes: [
      ...lapsed.changes,
      { at: now, tier: hand.tier, reason, note: hand.note },
      // What follows from it at the same instant would hide it.
      ...decided.changes.map((change) => ({ ...change, at: new Date(now.getTime() + 1) })),
    ],
  };
  await storeStandings(tx, merchantId, [moved], actorName(actor));
  return moved;
}
