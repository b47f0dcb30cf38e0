import type { Tx } from "@/db/client";
import { type Actor, actorName } from "@/lib/access/actor";
import { auditRow } from "@/lib/access/audit";
import { newCardNumber } from "@/lib/kernel/card-number";
import { uuidv7 } from "@/lib/kernel/ids";
import { Problem } from "@/lib/kernel/problems";
import { LedgerBatch } from "@/lib/points/posting";
import { nameKeys } from "./domain/fold-name";
import { readPhone } from "./member-key";
import { type MemberRow, type MemberView, memberColumns, toMemberView } from "./member-view";
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
  options: { via: string; importId?: string; enrolledAt?: Date; accountId?: string },
): Promise<MemberView> {
  const { merchantId } = actor;
  const place = await merchantPlace(tx, merchantId);
  const phone = input.phone === undefined ? null : readPhone(input.phone, place.country);
  await refuseTaken(tx, merchantId, { email: input.email, phone, externalId: input.externalId });
  const id = uuidv7();
  const card = newCardNumber();
  const at = options.enrolledAt ?? now;
  const name = input.name ?? null;
  const keys = nameKeys(name);
  const [row] = await tx.sql<MemberRow[]>`
    insert into member as m (merchant_id, id, card_number, external_id, name, name_key, surname_key, email, phone, birthday, locale, tags,
      attributes, tier, account_id, enrolled_at, enrolled_via, import_id)
    values (${merchantId}, ${id}, ${card}, ${input.externalId ?? null}, ${name}, ${keys.nameKey}, ${keys.surnameKey},
      ${input.email ?? null}, ${phone}, ${input.birthday ?? null}, ${input.locale ?? null}, ${input.tags ?? []},
      ${JSON.stringify(input.attributes ?? {})}::text::jsonb, ${input.tier ?? null}, ${options.accountId ?? null},
      ${at.toISOString()}, ${options.via}, ${options.importId ?? null})
    returning ${memberColumns(tx.sql)}`;
  if (!row) throw new Error("an insert returned no row");
  if (input.tier) {
    await tx.sql`
      insert into member_tier (merchant_id, member_id, since, tier, reason)
      values (${merchantId}, ${id}, ${at.toISOString()}, ${input.tier}, 'enrolled')`;
  }
  const batch = new LedgerBatch({ merchantId, zone: place.timezone, now, actor: actorName(actor) });
  batch.addEnrolment(at);
  batch.addAudit(
    auditRow(actor, now, {
      action: "member.enrol",
      subject: `member:${id}`,
      after: { ...input, via: options.via },
    }),
  );
  tx.last(batch.statement(tx));
  return toMemberView(row);
}

async function merchantPlace(tx: Tx, merchantId: number): Promise<MerchantPlace> {
  const [merchant] = await tx.sql<
    MerchantPlace[]
  >`select timezone, country from merchant where id = ${merchantId}`;
  if (!merchant) throw new Problem("not_found");
  return merchant;
}

interface Identity {
  email?: string | null;
  phone?: string | null;
  externalId?: string | null;
}

/** Refuses what an active member other than `exceptId` has. Two at once meet at the unique index and come here again. */
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
    where merchant_id = ${merchantId} and status = 'active' and id is distinct from ${exceptId ?? null}
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
