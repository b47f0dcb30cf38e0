import type { Tx } from "@/db/client";
import { sumTallies } from "./domain/sum-tallies";

/** How a member stands towards tiers, apart from the tier itself. */
interface Standing {
  since: string | null;
  until: string | null;
  lock: string | null;
  tally: Record<string, number[]>;
}

/** What the survivor's standing was before a merge. */
export type StandingBefore = Omit<Standing, "tally">;

async function standings(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  ids: [survivor: string, other: string],
): Promise<[Standing, Standing]> {
  const rows = await sql<(Standing & { id: string })[]>`
    select id, tier_since as since, tier_until as until, tier_lock as lock, tally from member
    where merchant_id = ${merchantId} and id = any(${ids}::uuid[])`;
  const [survivor, other] = ids.map((id) => rows.find((row) => row.id === id));
  if (!survivor || !other) throw new Error("a member who is locked is gone");
  return [survivor, other];
}

/** What both did counts for one; a higher tier comes along with its period, a lock with its reason. */
export async function mergeStanding(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  ids: [survivor: string, other: string],
  { higher, now }: { higher: boolean; now: Date },
): Promise<StandingBefore> {
  const [survivor, other] = await standings(tx, merchantId, ids);
  const { tally, ...before } = survivor;
  const { since, until } = higher ? other : survivor;
  await writeStanding(tx, merchantId, ids[0], {
    standing: {
      since,
      until,
      lock: survivor.lock ?? (higher ? other.lock : null),
      tally: sumTallies(tally, other.tally, 1),
    },
    now,
  });
  return { since: before.since, until: before.until, lock: before.lock };
}

/** What the other did counts for them alone again. */
export async function partStanding(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  ids: [survivor: string, other: string],
  { before, now }: { before: StandingBefore | null; now: Date },
): Promise<void> {
  const [survivor, other] = await standings(tx, merchantId, ids);
  const standing = { ...survivor, ...before, tally: sumTallies(survivor.tally, other.tally, -1) };
  await writeStanding(tx, merchantId, ids[0], { standing, now });
}

async function writeStanding(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  id: string,
  { standing, now }: { standing: Standing; now: Date },
): Promise<void> {
  const { since, until, lock, tally } = standing;
  await sql`
    update member set tier_since = ${since}, tier_until = ${until}, tier_lock = ${lock},
      tally = ${JSON.stringify(tally)}::text::jsonb, tally_seq = tally_seq + 1,
      tier_due_at = case when tier_as_of is not null then ${now.toISOString()}::timestamptz else tier_due_at end
    where merchant_id = ${merchantId} and id = ${id}`;
}
