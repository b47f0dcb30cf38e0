import type { Tx } from "@/db/client";
import { capRows, type Row } from "@/lib/points/posting-rows";
import { programContent } from "@/lib/program/program-content";
import type { Program } from "@/lib/program/schemas";
import { type DecidedPurchase, hasCaps, limitsUsed } from "./limits-used";

type Source = Pick<Tx, "sql">;

/** By `${rule}:${period}`. */
export type CapsUsed = Map<string, number>;

/** Members by id, both ends included. */
interface Range {
  from: string;
  to: string;
}

/** The versions of the program that have such limits: what was bought under the others uses none. */
export async function versionsWith(
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

export interface Recounted {
  /** By member. */
  caps: Map<string, CapsUsed>;
  /** By rule; those of activities are not among them. */
  budgets: Map<string, number>;
}

/** What these members use of caps and budgets, by their purchases and activities as they are now. */
export async function recountLimits(
  source: Source,
  merchantId: number,
  versions: readonly number[],
  range: Range,
): Promise<Recounted> {
  const caps = new Map<string, CapsUsed>();
  const budgets = new Map<string, number>();
  const addCap = (memberId: string, key: string, used: number) => {
    const own = caps.get(memberId) ?? new Map<string, number>();
    caps.set(memberId, own);
    add(own, key, used);
  };
  for await (const page of decidedPages(source, merchantId, versions, range)) {
    const used = await limitsUsed(source, merchantId, page);
    for (const { id, memberId } of page) {
      const { capUse = {}, budgetUse = {} } = used.get(id) ?? {};
      for (const [key, points] of Object.entries(capUse)) addCap(memberId, key, points);
      for (const [rule, points] of Object.entries(budgetUse)) add(budgets, rule, points);
    }
  }
  const activities = await source.sql<{ memberId: string; key: string; used: number }[]>`
    select a.member_id as "memberId", u.key, sum(u.value::bigint)::bigint as used
    from activity a, jsonb_each_text(a.cap_use) u(key, value)
    where a.merchant_id = ${merchantId} and a.member_id between ${range.from} and ${range.to} and a.status in ('waiting', 'recorded')
    group by 1, 2`;
  for (const { memberId, key, used } of activities) addCap(memberId, key, used);
  return { caps, budgets };
}

export function add(sums: Map<string, number>, key: string, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}

/**
 * Writes anew what members have used of caps, after purchases and activities went from one to another. The caller holds
 * them. Nothing is added or taken off: a refund since may have been of either's.
 */
export async function recountCaps(
  source: Source,
  merchantId: number,
  memberIds: readonly string[],
): Promise<void> {
  const versions = await versionsWith(source, merchantId, hasCaps);
  const rows: Row[] = [];
  for (const id of memberIds) {
    const { caps } = await recountLimits(source, merchantId, versions, { from: id, to: id });
    rows.push(...capRows(id, Object.fromEntries(caps.get(id) ?? [])));
  }
  const { sql } = source;
  await sql`delete from cap_use where merchant_id = ${merchantId} and member_id = any(${[...memberIds]}::uuid[])`;
  await sql`
    insert into cap_use (merchant_id, member_id, period, rule, used)
    select ${merchantId}::bigint, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(member_id uuid, period text, rule text, used bigint)`;
}
