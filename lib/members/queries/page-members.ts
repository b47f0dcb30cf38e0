import { z } from "zod";
import type { Sql } from "@/db/client";
import { defineQuery } from "@/lib/access/define-query";
import { normaliseCard } from "@/lib/kernel/card-number";
import { cursorOf, pageLimit, writeCursor } from "@/lib/kernel/cursor";
import { emailAddress, externalId, id, phoneText, text } from "@/lib/kernel/fields";
import { normalisePhone } from "@/lib/kernel/phone";
import { type MemberRow, type MemberView, memberColumns, toMemberView } from "../member-view";

const list = "members";

export const memberPageSchema = z.strictObject({
  email: emailAddress().optional().describe("Only the member with this e-mail address."),
  phone: phoneText().optional().describe("Only the member with this phone number, in any spelling."),
  card: text(40).optional().describe("Only the member with this card, with or without spaces."),
  externalId: externalId().optional().describe("Only the member whom the shop knows by this id."),
  cursor: cursorOf(list, id()).optional().describe("The `next` of the page before."),
  limit: pageLimit().describe("Members a page, 1 to 200."),
});

/** Members in the order of their ids, a page at a time; what is given to look by must all match. */
export const pageMembers = defineQuery({
  name: "members.page",
  permission: "members.read",
  input: memberPageSchema,
  async run({ actor, input, now, database }): Promise<{ members: MemberView[]; next: string | null }> {
    const { sql } = database;
    const phone = input.phone === undefined ? undefined : await readPhone(sql, actor.merchantId, input.phone);
    if (phone === null) return { members: [], next: null };
    const equals = [
      ["email", input.email],
      ["phone", phone],
      ["card_number", input.card && normaliseCard(input.card)],
      ["external_id", input.externalId],
    ].flatMap(([column, value]) => (column && value ? [sql`and m.${sql(column)} = ${value}`] : []));
    const { merchantId } = actor;
    // What a merged member had finds who carries on.
    const meant =
      equals.length > 0
        ? sql`and m.id in (select m.id from member m where m.merchant_id = ${merchantId} and m.status = 'active' ${equals}
            union select m.merged_into from member m where m.merchant_id = ${merchantId} and m.status = 'merged' ${equals})`
        : sql``;
    const after = input.cursor ? sql`and m.id > ${input.cursor}` : sql``;
    const rows = await sql<MemberRow[]>`
      select ${memberColumns(sql)}, ${pointsNow(sql, now)}
      from member m left join lateral ${heldLots(sql, actor.merchantId, now)} held on m.next_due_at <= ${now.toISOString()}
      where m.merchant_id = ${actor.merchantId} and m.status = 'active' ${meant} ${after}
      order by m.id limit ${input.limit + 1}`;
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      members: shown.map(toMemberView),
      next: rows.length > input.limit && last ? writeCursor(list, last.id) : null,
    };
  },
});

async function readPhone(sql: Sql, merchantId: number, typed: string): Promise<string | null> {
  const [merchant] = await sql<{ country: string }[]>`select country from merchant where id = ${merchantId}`;
  return normalisePhone(typed, merchant?.country ?? "");
}

/** Where something is due, what the lots hold at this instant; elsewhere the snapshot is right. */
const pointsNow = (sql: Sql, now: Date) => sql`
  case when m.next_due_at <= ${now.toISOString()} then held.open - m.debt else m.balance end as balance,
  case when m.next_due_at <= ${now.toISOString()} then held.pending else m.pending end as pending`;

const heldLots = (sql: Sql, merchantId: number, now: Date) => sql`(
  select coalesce(sum(l.remaining) filter (where not l.waiting), 0)::bigint as open,
    coalesce(sum(l.remaining) filter (where l.waiting), 0)::bigint as pending
  from (select remaining, (state = 'pending' and available_at > ${now.toISOString()}) as waiting from lot
    where merchant_id = ${merchantId} and member_id = m.id and remaining > 0
      and (expires_at is null or expires_at > ${now.toISOString()})) l)`;
