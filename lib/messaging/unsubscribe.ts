import type { Database } from "@/db/client";
import type { MemberActor } from "@/lib/access/actor";
import { type Shop, shopById } from "@/lib/access/shop";
import { setOwnMailPreference } from "./commands/set-own-mail-preference";
import { wantsMail } from "./mail-preference";
import type { MemberMailKind } from "./schemas";
import { readUnsubscribeToken } from "./unsubscribe-token";

/**
 * Ends (or, for whoever pressed too soon, begins again) a kind of mail by the link that came with it: who holds the mail
 * may, without signing in, and may do nothing else. Null when the link is not one of ours or its member is gone.
 */
export async function answerMailLink(
  database: Database,
  { token, wanted, now, address }: { token: string; wanted: boolean; now: Date; address?: string },
): Promise<{ kind: MemberMailKind } | null> {
  const link = await readUnsubscribeToken(database, token);
  if (!link || !(await memberIsThere(database, link))) return null;
  const { merchantId, memberId, kind } = link;
  const actor: MemberActor = { kind: "member", merchantId, memberId, transport: "web", address };
  await setOwnMailPreference.execute({ actor, now, database }, { kind, wanted });
  return { kind };
}

/** What the page behind the link shows. */
export async function peekMailLink(
  database: Database,
  token: string,
): Promise<{ shop: Shop; kind: MemberMailKind; wanted: boolean } | null> {
  const link = await readUnsubscribeToken(database, token);
  if (!link || !(await memberIsThere(database, link))) return null;
  const [shop, wanted] = await Promise.all([shopById(database, link.merchantId), wantsMail(database, link)]);
  return { shop, kind: link.kind, wanted };
}

async function memberIsThere(
  { sql }: Pick<Database, "sql">,
  { merchantId, memberId }: { merchantId: number; memberId: string },
): Promise<boolean> {
  const rows = await sql`
    select 1 from member where merchant_id = ${merchantId} and id = ${memberId} and status = 'active'`;
  return rows.length > 0;
}
