import type { Database, Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { type MemberMailKind, memberMailKinds } from "./schemas";

interface Preference {
  memberId: string;
  kind: MemberMailKind;
  wanted: boolean;
}

/** Notes whether a member wants a kind of mail; the same answer again changes nothing. False when there is no such member. */
export async function setPreference(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { memberId, kind, wanted }: Preference,
): Promise<boolean> {
  const { merchantId } = actor;
  const [member] = await tx.sql<{ wanted: boolean | null }[]>`
    select (select p.wanted from mail_preference p
      where p.merchant_id = ${merchantId} and p.member_id = m.id and p.kind = ${kind}) as wanted
    from member m where m.merchant_id = ${merchantId} and m.id = ${memberId} and m.status = 'active' for no key update`;
  if (!member) return false;
  if ((member.wanted ?? true) === wanted) return true;
  await tx.sql`
    insert into mail_preference (merchant_id, member_id, kind, wanted, changed_at, actor)
    values (${merchantId}, ${memberId}, ${kind}, ${wanted}, ${now.toISOString()}, ${actorName(actor)})
    on conflict (merchant_id, member_id, kind) do update
    set wanted = excluded.wanted, changed_at = excluded.changed_at, actor = excluded.actor`;
  audit(tx, actor, now, {
    action: "member.mail-preference",
    subject: `member:${memberId}`,
    before: { [kind]: !wanted },
    after: { [kind]: wanted },
  });
  return true;
}

/** Whether a member wants a kind of mail: about their own points yes, until they say no. */
export async function wantsMail(
  { sql }: Pick<Database | Tx, "sql">,
  { merchantId, memberId, kind }: { merchantId: number; memberId: string; kind: MemberMailKind },
): Promise<boolean> {
  const [row] = await sql<{ wanted: boolean }[]>`
    select wanted from mail_preference
    where merchant_id = ${merchantId} and member_id = ${memberId} and kind = ${kind}`;
  return row?.wanted ?? true;
}

/** The same of every kind that there is. */
export async function mailPreferences(
  { sql }: Pick<Database | Tx, "sql">,
  { merchantId, memberId }: { merchantId: number; memberId: string },
): Promise<{ kind: MemberMailKind; wanted: boolean }[]> {
  const rows = await sql<{ kind: string }[]>`
    select kind from mail_preference
    where merchant_id = ${merchantId} and member_id = ${memberId} and not wanted`;
  const unwanted = new Set(rows.map((row) => row.kind));
  return memberMailKinds.map((kind) => ({ kind, wanted: !unwanted.has(kind) }));
}
