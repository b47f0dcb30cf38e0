import { z } from "zod";
import { defineQuery } from "@/lib/access/define-query";
import { normaliseCard } from "@/lib/kernel/card-number";
import { emailAddress, externalId, phoneText, text } from "@/lib/kernel/fields";
import { normalisePhone } from "@/lib/kernel/phone";
import { foldName } from "../domain/fold-name";
import { type MemberRow, memberColumns, toMemberView } from "../member-view";

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
    const any = input.search;
    const phone = normalisePhone(input.phone ?? any ?? "", country);
    if (input.phone !== undefined && phone === null) return { members: [] };
    const card = input.card ?? any;
    const name = any === undefined ? null : foldName(any);
    // A range instead of LIKE: the index serves it whatever the plan.
    const beyond = name && `${name}\u{10ffff}`;
    const rows = await sql<MemberRow[]>`
      select ${memberColumns(sql)} from member m
      where m.merchant_id = ${merchantId} and m.status = 'active' and (
        m.email = ${input.email ?? any?.toLowerCase() ?? null}
        or m.phone = ${phone}
        or m.card_number = ${card === undefined ? null : normaliseCard(card)}
        or m.external_id = ${input.externalId ?? any ?? null}
        or (m.name_key ~>=~ ${name} and m.name_key ~<~ ${beyond})
        or (m.surname_key ~>=~ ${name} and m.surname_key ~<~ ${beyond}))
      order by m.last_purchase_at desc nulls last, m.id limit ${atMost}`;
    return { members: rows.map(toMemberView) };
  },
});
