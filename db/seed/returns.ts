import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { refundPurchase } from "@/lib/earning/commands/refund-purchase";

const externalId = "demo-return";

/** The day before the last, the regular whose card is shown brings back a bag of beans or, without one, something else; once. */
export async function liveReturn(
  { tx, actor: { merchantId }, now, daysAgo }: { tx: Tx; actor: Actor; now: Date; daysAgo: number },
  email: string,
): Promise<void> {
  if (daysAgo !== 1) return;
  await tx.flush();
  const [bought] = await tx.sql<{ purchase: string; line: number }[]>`
    select p.id as purchase, l.no as line from purchase p
    join member m on m.merchant_id = ${merchantId} and m.id = p.member_id and m.email = ${email}
    join purchase_line l on l.merchant_id = ${merchantId} and l.purchase_id = p.id
    where p.merchant_id = ${merchantId} and p.status = 'recorded'
      and p.occurred_at > ${new Date(now.getTime() - 30 * 86_400_000).toISOString()}
      and not exists (select from refund where merchant_id = ${merchantId} and external_id = ${externalId})
    order by l.product_type = 'beans' desc, p.occurred_at desc limit 1`;
  if (!bought) return;
  // By the desk: a till takes back only what it has just recorded.
  const desk: Actor = { kind: "system", merchantId, name: "demo", transport: "job" };
  await refundPurchase.within(
    { tx, actor: desk, now },
    { purchase: bought.purchase, externalId, lines: [{ id: String(bought.line) }] },
  );
}
