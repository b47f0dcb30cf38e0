import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { audit } from "@/lib/access/audit";
import { Problem } from "@/lib/kernel/problems";
import { memberPoints } from "@/lib/points/member-points";
import { giveByHand } from "@/lib/tiers/give-by-hand";
import { refuseUnknownTier } from "@/lib/tiers/published-tiers";
import { nameKeys } from "./domain/fold-name";
import { merchantPlace, refuseTaken } from "./enrol";
import { keepTags } from "./keep-tags";
import { readPhone } from "./member-key";
import { type MemberDetail, type MemberRow, memberColumns, toMemberView } from "./member-view";
import { refuseBirthday } from "./refuse-birthday";
import type { MemberEdit } from "./schemas";

/** Changes what is given of a member, in the caller's transaction; null removes it. */
export async function edit(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  input: MemberEdit,
): Promise<MemberDetail> {
  const { merchantId } = actor;
  const before = await lockMember(tx, merchantId, input.id);
  const after = await applyEdit({ tx, actor, now }, before, input);
  const changed = editable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (changed.length > 0) {
    await refuseTaken(tx, merchantId, pick(after, changed), before.id);
    await writeMember(tx, merchantId, after);
    if (changed.includes("tags")) await keepTags(tx.sql, merchantId, [before.id]);
    if (changed.includes("tier")) {
      await refuseUnknownTier(tx, merchantId, after.tier);
      const hand = { kind: "given" as const, reason: "edited", tier: after.tier, note: null };
      await giveByHand({ tx, actor, now }, { memberId: before.id, ...hand });
    }
    audit(tx, actor, now, {
      action: "member.edit",
      subject: `member:${before.id}`,
      before: pick(before, changed),
      after: pick(after, changed),
    });
  }
  const points = await memberPoints(tx, { merchantId, memberId: before.id, now });
  return { ...toMemberView(after), ...points };
}

const editable = [
  "name",
  "email",
  "phone",
  "externalId",
  "birthday",
  "locale",
  "tier",
  "tags",
  "attributes",
] as const;
type Editable = (typeof editable)[number];

async function lockMember(tx: Tx, merchantId: number, id: string): Promise<MemberRow> {
  const [row] = await tx.sql<MemberRow[]>`
    select ${memberColumns(tx.sql)} from member m
    where m.merchant_id = ${merchantId} and m.id = ${id} and m.status = 'active' for update`;
  if (!row) throw new Problem("not_found");
  return row;
}

async function applyEdit(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  before: MemberRow,
  input: MemberEdit,
): Promise<MemberRow> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: MemberRow = { ...before, ...given, id: before.id };
  if (input.phone || input.birthday) {
    const { country, timezone } = await merchantPlace(tx, actor.merchantId);
    if (input.phone) after.phone = readPhone(input.phone, country);
    refuseBirthday(input.birthday, { now, timezone });
  }
  return after;
}

async function writeMember(tx: Tx, merchantId: number, after: MemberRow): Promise<void> {
  const { nameKey, surnameKey } = nameKeys(after.name);
  await tx.sql`
    update member set name = ${after.name}, name_key = ${nameKey}, surname_key = ${surnameKey}, email = ${after.email},
      phone = ${after.phone}, external_id = ${after.externalId}, birthday = ${after.birthday}, locale = ${after.locale},
      tags = ${after.tags}, attributes = ${JSON.stringify(after.attributes)}::text::jsonb
    where merchant_id = ${merchantId} and id = ${after.id}`;
}

const pick = (row: MemberRow, fields: readonly Editable[]): Partial<Pick<MemberRow, Editable>> =>
  Object.fromEntries(fields.map((field) => [field, row[field]]));
