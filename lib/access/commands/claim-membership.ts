import type { Tx } from "@/db/client";
import { audit } from "../audit";

interface Claim {
  accountId: string;
  email: string;
  merchantId: number;
  now: Date;
  address?: string;
}

/**
 * Gives a program's membership to the account that proved the same e-mail address. Returns its id, the one the account
 * has already, or null when there is none to be had. A membership that belongs to another account stays there.
 */
export async function claimMembership(tx: Tx, claim: Claim): Promise<string | null> {
  const { accountId, email, merchantId } = claim;
  const [mine] = await tx.sql<{ id: string }[]>`
    select coalesce(merged_into, id) as id from member
    where merchant_id = ${merchantId} and account_id = ${accountId} and status in ('active', 'merged') order by status limit 1`;
  if (mine) return mine.id;
  const [claimed] = await tx.sql<{ id: string }[]>`
    update member set account_id = ${accountId}
    where merchant_id = ${merchantId} and email = ${email} and status in ('active', 'merged') and account_id is null
    returning coalesce(merged_into, id) as id`;
  if (!claimed) return null;
  await linkMembership(tx, { ...claim, memberId: claimed.id });
  return claimed.id;
}

/** Notes on the account that it carries this card, and in the audit log how it came by it. */
export async function linkMembership(tx: Tx, claim: Claim & { memberId: string }): Promise<void> {
  const { accountId, merchantId, memberId, now, address } = claim;
  await tx.sql`
    insert into account_program (account_id, merchant_id, member_id) values (${accountId}, ${merchantId}, ${memberId})
    on conflict (account_id, merchant_id) do update set member_id = excluded.member_id`;
  audit(tx, { kind: "member", merchantId, memberId, transport: "web", address }, now, {
    action: "member.claim",
    subject: `member:${memberId}`,
    after: { accountId },
  });
}
