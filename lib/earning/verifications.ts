import type { Database, Tx } from "@/db/client";
import type { Found, Verification } from "@/lib/points/verifications";
import { budgetsUsed, type CapsUsed, capsUsed, versionsWithCaps } from "./recount-limits";

/** What holds for the limits of earning. It is decided again for each purchase, so both sides are read as of one instant. */
export const earningVerifications: readonly Verification[] = [
  {
    law: "what a member used of caps = what their purchases and activities use of them",
    find: (database, id) => asOfOneInstant(database, (tx) => capDifferences(tx, id)),
  },
  {
    law: "what was used of a rule's budget = what purchases were given of it",
    find: (database, id) => asOfOneInstant(database, (tx) => budgetDifferences(tx, id)),
  },
];

function asOfOneInstant<T>(database: Database, read: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.sql`set transaction isolation level repeatable read, read only`;
    return read(tx);
  });
}

const membersAtOnce = 500;

/** Of members who are active: nobody is judged by what a merged or an erased one has used. */
async function capDifferences(source: Tx, merchantId: number): Promise<Found[]> {
  const { sql } = source;
  const versions = await versionsWithCaps(source, merchantId);
  const found: Found[] = [];
  for (let after: string | null = null; ; ) {
    const members: { id: string }[] = await sql<{ id: string }[]>`
      select id from member where merchant_id = ${merchantId} and status = 'active' and (${after}::uuid is null or id > ${after})
      order by id limit ${membersAtOnce}`;
    const [first, last] = [members[0], members.at(-1)];
    if (!first || !last) return found;
    after = last.id;
    const range = { from: first.id, to: last.id };
    const recorded = await recordedCaps(source, merchantId, range);
    const recomputed = await capsUsed(source, merchantId, versions, range);
    for (const { id } of members) found.push(...differing(id, recorded.get(id), recomputed.get(id)));
  }
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
async function budgetDifferences(tx: Tx, merchantId: number): Promise<Found[]> {
  const rows = await tx.sql<{ rule: string; used: number }[]>`
    select rule, used from budget_use where merchant_id = ${merchantId} and rule not like '@%'`;
  const recorded = new Map(rows.map(({ rule, used }) => [rule, used]));
  const recomputed = await budgetsUsed(tx, merchantId);
  return [...new Set([...recorded.keys(), ...recomputed.keys()])].sort().flatMap((rule) => {
    const [is, shouldBe] = [recorded.get(rule) ?? 0, recomputed.get(rule) ?? 0];
    if (is === shouldBe) return [];
    return { subject: `budget ${rule}`, recorded: String(is), recomputed: String(shouldBe) };
  });
}
