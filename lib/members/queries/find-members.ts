import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { normaliseCard } from "@/lib/kernel/card-number";
import { emailAddress, externalId, phoneText, text } from "@/lib/kernel/fields";
import { normalisePhone } from "@/lib/kernel/phone";
import { type MemberRow, memberColumns, toMemberView } from "../member-view";
import { searchMembers } from "../search-members";

export const memberLookupSchema = z.strictObject({
  email: emailAddress().optional(),
  phone: phoneText().optional(),
  card: text(40).optional(),
  externalId: externalId().optional(),
  /** Card, phone, e-mail, the shop's own id or the beginning of a name: whatever a cashier types. */
  search: text(200).optional(),
});

const atMost = 20;

/** Members by whatever they are known by: exact for the named fields, and one box that takes any of them. */
export const findMembers = defineQuery({
  name: "members.find",
  permission: "members.read",
  input: memberLookupSchema,
  async run({ actor, input, database }) {
    const { sql } = database;
    const { merchantId } = actor;
    const [merchant] = await sql<
      { country: string }[]
    >`select country from merchant where id = ${merchantId}`;
    const country = merchant?.country ?? "";
    const phone = normalisePhone(input.phone ?? "", country);
    if (input.phone !== undefined && phone === null) return { members: [] };
    const card = input.card === undefined ? null : normaliseCard(input.card);
    const { email = null, externalId = null } = input;
    const meant =
      input.search === undefined
        ? sql`select m.id from member m where m.merchant_id = ${merchantId} and m.status = 'active' and (
            m.email = ${email} or m.phone = ${phone} or m.card_number = ${card} or m.external_id = ${externalId})
          union select m.merged_into from member m where m.merchant_id = ${merchantId} and m.status = 'merged' and (
            m.email = ${email} or m.phone = ${phone} or m.card_number = ${card} or m.external_id = ${externalId})`
        : sql`select f.id from ${searchMembers(sql, { merchantId, country, text: input.search, atMost: 200 })} f`;
    const rows = await sql<MemberRow[]>`
      select ${memberColumns(sql)} from (${meant}) f join member m on m.merchant_id = ${merchantId} and m.id = f.id
      where m.status = 'active' order by m.last_purchase_at desc nulls last, m.id limit ${atMost}`;
    return { members: rows.map(toMemberView) };
  },
});
