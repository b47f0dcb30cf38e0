import type { Database, Tx } from "@/db/client";
import type { Found, Verification } from "@/lib/points/verifications";
import type { Program } from "@/lib/program/schemas";
import { hasBudgets, hasCaps } from "./limits-used";
import { add, type CapsUsed, recountLimits, versionsWith } from "./recount-limits";

const capLaw = "what a member used of caps = what their purchases and activities use of them";
const budgetLaw = "what was used of a rule's budget = what purchases were given of it";

/**
 * What holds for the limits of earning. Each purchase is decided again, which takes longer than all else: once for both
 * laws, with both sides read as of one instant.
 */
export const earningVerifications: readonly Verification[] = [
  { law: capLaw, find: (database, id) => asOfOneInstant(database, (tx) => limitDifferences(tx, id)) },
];

function asOfOneInstant<T>(database: Database, read: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.sql`set transaction isolation level repeatable read, read only`;
    return read(tx);
  });
}

const membersAtOnce = 500;

async function limitDifferences(source: Tx, merchantId: number): Promise<Found[]> {
  const { sql } = source;
  const limited = (program: Program) => hasCaps(program) || hasBudgets(program);
  const versions = await versionsWith(source, merchantId, limited);
  const found: Found[] = [];
  const budgets = new Map<string, number>();
  for (let after: string | null = null; ; ) {
    const members: { id: string; isActive: boolean }[] = await sql<{ id: string; isActive: boolean }[]>`
      select id, status = 'active' as "isActive" from member
      where merchant_id = ${merchantId} and (${after}::uuid is null or id > ${after})
      order by id limit ${membersAtOnce}`;
    const [first, last] = [members[0], members.at(-1)];
    if (!first || !last) break;
    after = last.id;
    const range = { from: first.id, to: last.id };
    const recorded = await recordedCaps(source, merchantId, range);
    const recomputed = await recountLimits(source, merchantId, versions, range);
    for (const [rule, used] of recomputed.budgets) add(budgets, rule, used);
    // Nobody is judged by what a merged or an erased member has used of caps.
    for (const { id, isActive } of members)
      if (isActive) found.push(...differing(id, recorded.get(id), recomputed.caps.get(id)));
  }
  return [...found, ...(await budgetDifferences(source, merchantId, budgets))];
}

async function recordedCaps(
  { sql }: Pick<Tx, "sql">,
  merchantId: number,
  { from, to }: { from: string; to: string },
): Promise<Map<string, CapsUsed>> {
  const rows = await sql<{ memberId: string; key: string; used: number }[]>`
    select member_id as "memberId", rule || ':' || period as key, used from cap_use
    where merchant_id = ${merchantId} and member_id between ${from} and ${to}`;
  const members = new Map<string, CapsUsed>();
  for (const { memberId, key, used } of rows) {
    const caps = members.get(memberId) ?? new Map<string, number>();
    members.set(memberId, caps.set(key, used));
  }
  return members;
}

const none: CapsUsed = new Map();

function differing(memberId: string, recorded = none, recomputed = none): Found[] {
  const keys = new Set([...recorded.keys(), ...recomputed.keys()]);
  return [...keys].sort().flatMap((key) => {
    const [is, shouldBe] = [recorded.get(key) ?? 0, recomputed.get(key) ?? 0];
    if (is === shouldBe) return [];
    return { subject: `member ${memberId}, cap ${key}`, recorded: String(is), recomputed: String(shouldBe) };
  });
}

/** Budgets of activities, which begin with @, are another law. */
async function budgetDifferences(
  tx: Tx,
  merchantId: number,
  recomputed: ReadonlyMap<string, number>,
): Promise<Found[]> {
  const rows = await tx.sql<{ rule: string; used: number }[]>`
    select rule, used from budget_use where merchant_id = ${merchantId} and rule not like '@%'`;
  const recorded = new Map(rows.map(({ rule, used }) => [rule, used]));
  return [...new Set([...recorded.keys(), ...recomputed.keys()])].sort().flatMap((rule) => {
    const [is, shouldBe] = [recorded.get(rule) ?? 0, recomputed.get(rule) ?? 0];
    if (is === shouldBe) return [];
    return { law: budgetLaw, subject: `budget ${rule}`, recorded: String(is), recomputed: String(shouldBe) };
  });
}
