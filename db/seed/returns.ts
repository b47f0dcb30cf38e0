import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { refundPurchase } from "@/lib/earning/commands/refund-purchase";

const externalId = "demo-return";
const hour = 3_600_000;

/**
 * Once in the last two weeks the regular whose card is shown paid for a second thing that was not there any more: it is taken
 * back in the evening.
 */
export async function liveReturn(
  { tx, actor: { merchantId }, now, daysAgo }: { tx: Tx; actor: Actor; now: Date; daysAgo: number },
  email: string,
): Promise<void> {
  if (daysAgo < 1 || daysAgo > 14) return;
  await tx.flush();
  const [bought] = await tx.sql<{ purchase: string; line: number }[]>`
    select p.id as purchase, l.no as line from purchase p
    join member m on m.merchant_id = ${merchantId} and m.id = p.member_id and m.email = ${email}
    join purchase_line l on l.merchant_id = ${merchantId} and l.purchase_id = p.id and l.no = 2
    where p.merchant_id = ${merchantId} and p.status = 'recorded' and l.product_type in ('food', 'drinks', 'coffee')
      and p.occurred_at > ${new Date(now.getTime() - 16 * hour).toISOString()}
      and not exists (select from refund where merchant_id = ${merchantId} and external_id = ${externalId})
    order by p.occurred_at desc limit 1`;
  if (!bought) return;
  // By the desk: a till takes back only what it has just recorded.
  const desk: Actor = { kind: "system", merchantId, name: "demo", transport: "job" };
  await refundPurchase.within(
    { tx, actor: desk, now },
    { purchase: bought.purchase, externalId, lines: [{ id: String(bought.line) }] },
  );
}
