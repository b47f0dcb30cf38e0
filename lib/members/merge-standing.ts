import type { Tx } from "@/db/client";

/** How a member stands towards tiers, apart from the tier itself and from what they did. */
export interface StandingBefore {
  since: string | null;
  until: string | null;
  lock: string | null;
}

/** A higher tier comes along with its period, a lock with its reason. Returns what the survivor's standing was. */
export async function mergeStanding(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  [survivorId, otherId]: [survivor: string, other: string],
  { higher }: { higher: boolean },
): Promise<StandingBefore> {
  const rows = await tx.sql<(StandingBefore & { id: string })[]>`
    select id, tier_since as since, tier_until as until, tier_lock as lock from member
    where merchant_id = ${merchantId} and id in (${survivorId}, ${otherId})`;
  const [survivor, other] = [survivorId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!survivor || !other) throw new Error("a member who is locked is gone");
  const { since, until } = higher ? other : survivor;
  const lock = survivor.lock ?? (higher ? other.lock : null);
  await writeStanding(tx, merchantId, survivorId, { since, until, lock });
  return { since: survivor.since, until: survivor.until, lock: survivor.lock };
}

export async function writeStanding(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  id: string,
  { since, until, lock }: StandingBefore,
): Promise<void> {
  await sql`
    update member set tier_since = ${since}, tier_until = ${until}, tier_lock = ${lock}
    where merchant_id = ${merchantId} and id = ${id}`;
}
