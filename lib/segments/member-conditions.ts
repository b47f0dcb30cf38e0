import type { Sql } from "@/db/client";
import { addDays, localDate, startOfDay } from "@/lib/kernel/calendar";
import { foldName } from "@/lib/members/domain/fold-name";
import type { MemberFilter } from "./schemas";

interface Asked {
  merchantId: number;
  filter: MemberFilter;
  now: Date;
  zone: string;
}

/** `search` apart, which is a list of its own to begin with: `and`-conditions on a table aliased `m`. */
export function memberConditions(sql: Sql, { merchantId, filter, now, zone }: Asked) {
  const today = localDate(now, zone);
  /** The shop's day begins: so many days ago counts whole days. */
  const ago = (days: number) => startOfDay(addDays(today, -days), zone).toISOString();
  const at = now.toISOString();
  const { tier, balanceFrom, balanceTo, spendFrom, spendTo, joinedFrom, joinedTo } = filter;
  const { seenWithin, notSeenFor, expiringWithin, note } = filter;
  const soon = expiringWithin && startOfDay(addDays(today, expiringWithin + 1), zone).toISOString();
  const conditions = [
    tier !== undefined && (tier === "none" ? sql`m.tier is null` : sql`m.tier = ${tier}`),
    ...(filter.tags ?? []).map(
      (tag) =>
        sql`exists (select from member_tag t where t.merchant_id = ${merchantId} and t.tag = ${tag} and t.member_id = m.id)`,
    ),
    balanceFrom !== undefined && sql`m.balance >= ${balanceFrom}`,
    balanceTo !== undefined && sql`m.balance <= ${balanceTo}`,
    spendFrom !== undefined && sql`m.spend >= ${spendFrom}`,
    spendTo !== undefined && sql`m.spend <= ${spendTo}`,
    // Said twice: the index knows the one, the planner's figures the other.
    seenWithin !== undefined &&
      sql`${lastVisit(sql)} >= ${ago(seenWithin)} and m.last_purchase_at >= ${ago(seenWithin)}`,
    notSeenFor !== undefined &&
      sql`${lastVisit(sql)} < ${ago(notSeenFor)} and (m.last_purchase_at < ${ago(notSeenFor)} or m.last_purchase_at is null)`,
    joinedFrom !== undefined && sql`m.enrolled_at >= ${startOfDay(joinedFrom, zone).toISOString()}`,
    joinedTo !== undefined && sql`m.enrolled_at < ${startOfDay(addDays(joinedTo, 1), zone).toISOString()}`,
    filter.marketing === "given" && agrees(sql, merchantId),
    // The few who agree are a range of an index; all the others are most of a shop, whatever order they are read in.
    filter.marketing === "not-given" && sql`not ${agrees(sql, merchantId)}`,
    soon &&
      sql`m.next_due_at <= ${soon} and exists (select from lot l where l.merchant_id = ${merchantId} and l.member_id = m.id
        and l.remaining > 0 and l.expires_at > ${at} and l.expires_at <= ${soon})`,
    note !== undefined &&
      sql`exists (select from member_note n where n.merchant_id = ${merchantId} and n.member_id = m.id
        and n.text_key like ${`%${escaped(foldName(note))}%`})`,
  ];
  const given = conditions.flatMap((one) => (one ? [sql`and ${one}`] : []));
  return given.length > 0 ? given : [sql``];
}

/** Their last word about offers and news was yes. */
const agrees = (sql: Sql, merchantId: number) => sql`exists (
  select from consent_event c where c.merchant_id = ${merchantId} and c.kind = 'marketing' and c.given and c.member_id = m.id
    and not exists (select from consent_event l where l.merchant_id = ${merchantId} and l.member_id = c.member_id
      and l.kind = 'marketing' and l.id > c.id))`;

/** What no index knows, asked of rows that are read in order anyway. The figures are those of `usualRhythm`. */
export const missedRhythm = (sql: Sql, now: Date) => sql`
  m.purchase_count >= 4 and m.last_purchase_at > m.first_purchase_at
  and ${now.toISOString()}::timestamptz - m.last_purchase_at > 2 * (m.last_purchase_at - m.first_purchase_at) / (m.purchase_count - 1)`;

/** As it stands in the index: whoever was never here comes before everybody. */
const lastVisit = (sql: Sql) => sql`coalesce(m.last_purchase_at, '-infinity')`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
