import type { Tx } from "@/db/client";
import { capRows, type Row } from "@/lib/points/posting-rows";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { type DecidedPurchase, hasBudgets, hasCaps, limitsUsed } from "./limits-used";

type Source = Pick<Tx, "sql">;

/** By `${rule}:${period}`. */
export type CapsUsed = Map<string, number>;

/** Members by id, both ends included. */
interface Range {
  from: string;
  to: string;
}

/** The versions of the program that have caps, or budgets: what was bought under the others uses none. */
async function versionsWith(
  source: Source,
  merchantId: number,
  limited: (program: Program) => boolean,
): Promise<number[]> {
  const rows = await source.sql<{ version: number }[]>`
    select version from program_version where merchant_id = ${merchantId} order by version`;
  const versions: number[] = [];
  for (const { version } of rows)
    if (limited(await programContent(source, merchantId, version))) versions.push(version);
  return versions;
}

const pageSize = 1000;

/** Purchases by member, a page at a time: a shop has more of them than fit into memory. */
async function* decidedPages(
  { sql }: Source,
  merchantId: number,
  versions: readonly number[],
  { from, to }: Range,
): AsyncGenerator<(DecidedPurchase & { memberId: string })[]> {
  if (versions.length === 0) return;
  let after = sql``;
  for (;;) {
    const rows = await sql<
      (Omit<DecidedPurchase, "occurredAt"> & { memberId: string; occurredAt: string })[]
    >`
      select id, member_id as "memberId", program_version as version, channel, occurred_at as "occurredAt", basis
      from purchase where merchant_id = ${merchantId} and member_id between ${from} and ${to} and status = 'recorded'
        and program_version = any(${[...versions]}) ${after}
      order by member_id, occurred_at, id limit ${pageSize}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }));
    after = sql`and (member_id, occurred_at, id) > (${last.memberId}, ${last.occurredAt}, ${last.id})`;
  }
}

/** What each of these members has used of caps, by their purchases and activities as they are now. */
export async function capsUsed(
  source: Source,
  merchantId: number,
  versions: readonly number[],
  range: Range,
): Promise<Map<string, CapsUsed>> {
  const members = new Map<string, CapsUsed>();
  const add = (memberId: string, key: string, used: number) => {
    const caps = members.get(memberId) ?? new Map<string, number>();
    members.set(memberId, caps);
    caps.set(key, (caps.get(key) ?? 0) + used);
  };
  for await (const page of decidedPages(source, merchantId, versions, range)) {
    const used = await limitsUsed(source, merchantId, page);
    for (const { id, memberId } of page)
      for (const [key, points] of Object.entries(used.get(id)?.capUse ?? {})) add(memberId, key, points);
  }
  const activities = await source.sql<{ memberId: string; key: string; used: number }[]>`
    select a.member_id as "memberId", u.key, sum(u.value::bigint)::bigint as used
    from activity a, jsonb_each_text(a.cap_use) u(key, value)
    where a.merchant_id = ${merchantId} and a.member_id between ${range.from} and ${range.to} and a.status in ('waiting', 'recorded')
    group by 1, 2`;
  for (const { memberId, key, used } of activities) add(memberId, key, used);
  return members;
}

/** What all purchases have used of the budget of each rule. */
export async function budgetsUsed(source: Source, merchantId: number): Promise<Map<string, number>> {
  const versions = await versionsWith(source, merchantId, hasBudgets);
  const budgets = new Map<string, number>();
  for await (const page of decidedPages(source, merchantId, versions, everybody)) {
    const used = await limitsUsed(source, merchantId, page);
    for (const { budgetUse } of used.values())
      for (const [rule, points] of Object.entries(budgetUse))
        budgets.set(rule, (budgets.get(rule) ?? 0) + points);
  }
  return budgets;
}

const everybody: Range = {
  from: "00000000-0000-0000-0000-000000000000",
  to: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

export const versionsWithCaps = (source: Source, merchantId: number): Promise<number[]> =>
  versionsWith(source, merchantId, hasCaps);

/**
 * Writes anew what members have used of caps, after purchases and activities went from one to another. The caller holds
 * them. Nothing is added or taken off: a refund since may have been of either's.
 */
export async function recountCaps(
  source: Source,
  merchantId: number,
  memberIds: readonly string[],
): Promise<void> {
  const versions = await versionsWithCaps(source, merchantId);
  const rows: Row[] = [];
  for (const id of memberIds) {
    const members = await capsUsed(source, merchantId, versions, { from: id, to: id });
    rows.push(...capRows(id, Object.fromEntries(members.get(id) ?? [])));
  }
  const { sql } = source;
  await sql`delete from cap_use where merchant_id = ${merchantId} and member_id = any(${[...memberIds]}::uuid[])`;
  await sql`
    insert into cap_use (merchant_id, member_id, period, rule, used)
    select ${merchantId}::bigint, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(member_id uuid, period text, rule text, used bigint)`;
}
