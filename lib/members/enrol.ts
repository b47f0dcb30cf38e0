import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { Problem } from "@/lib/kernel/problems";
import { LedgerBatch } from "@/lib/points/posting";
import { refuseUnknownTier } from "@/lib/tiers/published-tiers";
import { readPhone } from "./member-key";
import type { MemberView } from "./member-view";
import { type EnrolmentOptions, insertMembers, type NewMember, newMember } from "./new-member";
import { refuseBirthday } from "./refuse-birthday";
import type { Enrolment } from "./schemas";

interface EnrolContext {
  tx: Tx;
  actor: Actor;
  now: Date;
}

interface MerchantPlace {
  timezone: string;
  country: string;
}

/** Adds a member, in the caller's transaction. What another member has already is refused by field. */
export async function enrol(
  { tx, actor, now }: EnrolContext,
  input: Enrolment,
  options: EnrolmentOptions & { enrolledAt?: Date },
): Promise<MemberView> {
  const { merchantId } = actor;
  const place = await merchantPlace(tx, merchantId);
  const phone = input.phone === undefined ? null : readPhone(input.phone, place.country);
  refuseBirthday(input.birthday, { now, timezone: place.timezone });
  await refuseTaken(tx, merchantId, { email: input.email, phone, externalId: input.externalId });
  await refuseUnknownTier(tx, merchantId, input.tier);
  const at = options.enrolledAt ?? now;
  const member = newMember(input, phone, at, options);
  await insertMembers(tx.sql, merchantId, [member]);
  const batch = new LedgerBatch({ merchantId, zone: place.timezone, now, actor: actorName(actor) });
  batch.addEnrolment(at);
  batch.addAudit(
    auditRow(actor, now, {
      action: "member.enrol",
      subject: `member:${member.id}`,
      after: { ...input, via: options.via },
    }),
  );
  tx.last(batch.statement(tx));
  return viewOfNew(member);
}

export async function merchantPlace(tx: Tx, merchantId: number): Promise<MerchantPlace> {
  const [merchant] = await tx.sql<
    MerchantPlace[]
  >`select timezone, country from merchant where id = ${merchantId}`;
  if (!merchant) throw new Problem("not_found");
  return merchant;
}

/** What a read of a member who has done nothing yet would answer. */
const viewOfNew = (member: NewMember): MemberView => ({
  id: member.id,
  card: member.card_number,
  externalId: member.external_id,
  name: member.name,
  email: member.email,
  phone: member.phone,
  birthday: member.birthday,
  locale: member.locale,
  tier: member.tier,
  tags: member.tags,
  attributes: member.attributes,
  balance: 0,
  pending: 0,
  purchaseCount: 0,
  spend: 0,
  enrolledAt: member.enrolled_at,
  enrolledVia: member.enrolled_via,
  lastPurchaseAt: null,
});

interface Identity {
  email?: string | null;
  phone?: string | null;
  externalId?: string | null;
}

/** Refuses what a member other than `exceptId` (and those merged into them) has. Two at once meet at the unique index and come here again. */
export async function refuseTaken(
  tx: Tx,
  merchantId: number,
  identity: Identity,
  exceptId?: string,
): Promise<void> {
  const { email = null, phone = null, externalId = null } = identity;
  if (email === null && phone === null && externalId === null) return;
  const [other] = await tx.sql<{ email: string | null; phone: string | null; externalId: string | null }[]>`
    select email, phone, external_id as "externalId" from member
    where merchant_id = ${merchantId} and status in ('active', 'merged') and id is distinct from ${exceptId ?? null}
      and (merged_into is null or merged_into is distinct from ${exceptId ?? null})
      and (email = ${email} or phone = ${phone} or external_id = ${externalId}) limit 1`;
  if (!other) return;
  const path =
    email !== null && other.email === email
      ? "email"
      : phone !== null && other.phone === phone
        ? "phone"
        : "externalId";
  throw new Problem("member_exists", { fields: [{ path, code: "taken" }] });
}
