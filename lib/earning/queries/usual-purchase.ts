import { defineQuery } from "@/lib/access/define-query";
import { memberIdSchema } from "@/lib/members/schemas";
import { isUsual } from "../domain/usual";

/** Visits that are looked back on: what somebody had last winter is no habit any more. */
const lookBack = 20;

/** What a member has on most of their visits; null while there is no such thing. */
export const usualPurchase = defineQuery({
  name: "purchases.usual",
  permission: "purchases.read",
  input: memberIdSchema,
  async run({ actor, input, database }): Promise<{ sku: string; name: string } | null> {
    const { merchantId } = actor;
    const [most] = await database.sql<{ sku: string; name: string | null; times: number; visits: number }[]>`
      with latest as (
        select p.id from purchase p
        where p.merchant_id = ${merchantId} and p.member_id = ${input.id} and p.status = 'recorded'
        order by p.occurred_at desc limit ${lookBack})
      select l.sku, max(l.name) as name, count(distinct l.purchase_id)::int as times,
        (select count(*)::int from latest) as visits
      from purchase_line l
      where l.merchant_id = ${merchantId} and l.purchase_id in (select id from latest) and l.sku is not null
        and l.quantity > l.refunded_quantity
      group by l.sku order by times desc, l.sku limit 1`;
    return most && isUsual(most) ? { sku: most.sku, name: most.name ?? most.sku } : null;
  },
});
