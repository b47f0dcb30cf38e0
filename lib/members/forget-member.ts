import type { Tx } from "@/db/client";

/**
 * Takes what identifies a member out of every table of the shop: the row itself, the audit log, kept answers and mail.
 * The account that may have carried the card belongs to its owner, who may carry other shops' cards; it loses this one.
 */
export async function forgetMember(tx: Tx, merchantId: number, id: string): Promise<void> {
  const merged = await tx.sql<{ id: string }[]>`
    select id from member where merchant_id = ${merchantId} and status = 'merged' and merged_into = ${id}`;
  for (const one of [id, ...merged.map((row) => row.id)]) await forgetOne(tx, merchantId, one);
}

/** Whoever was merged into them is the same person, under a row of their own. */
async function forgetOne(tx: Tx, merchantId: number, id: string): Promise<void> {
  const [before] = await tx.sql<{ email: string | null; accountId: string | null }[]>`
    select email, account_id as "accountId" from member where merchant_id = ${merchantId} and id = ${id}`;
  await tx.sql`
    update member set status = 'erased', card_number = ${`erased:${id}`}, external_id = null, name = null, name_key = null,
      surname_key = null, email = null, phone = null, birthday = null, locale = null, tags = '{}', attributes = '{}',
      account_id = null
    where merchant_id = ${merchantId} and id = ${id}`;
  await tx.sql`delete from member_tag where merchant_id = ${merchantId} and member_id = ${id}`;
  await tx.sql`
    update member_merge set taken = '{"filled":[],"tags":[],"attributes":[]}'
    where merchant_id = ${merchantId} and (survivor_id = ${id} or merged_id = ${id})`;
  await tx.sql`delete from member_apart where merchant_id = ${merchantId} and (one_id = ${id} or other_id = ${id})`;
  await tx.sql`delete from member_note where merchant_id = ${merchantId} and member_id = ${id}`;
  await tx.sql`
    update gift_offer set message = null
    where merchant_id = ${merchantId} and (from_member_id = ${id} or to_member_id = ${id}) and message is not null`;
  const subject = `member:${id}`;
  // Reads the shop's whole log: erasing is rare, and an index for it would be paid for by every purchase.
  await tx.sql`
    update audit_event set before = null, after = null,
      address = case when actor = ${subject} then null else address end
    where merchant_id = ${merchantId} and (subject = ${subject} or actor = ${subject})`;
  await tx.sql`
    delete from idempotency_key
    where merchant_id = ${merchantId} and key like 'member.%' and (response #>> '{}')::json->>'id' = ${id}`;
  if (before?.accountId) {
    await tx.sql`delete from account_program where account_id = ${before.accountId} and merchant_id = ${merchantId}`;
  }
  if (before?.email) await dropMail(tx, merchantId, before.email);
}

/** Mail to the same address that somebody gets as staff stays. */
async function dropMail(tx: Tx, merchantId: number, email: string): Promise<void> {
  await tx.sql`
    delete from outbox where merchant_id = ${merchantId} and recipient = ${email} and not exists (
      select 1 from staff s join account a on a.id = s.account_id
      where s.merchant_id = ${merchantId} and a.email = ${email})`;
}
