import type { Sql } from "@/db/client";
import { newCardNumber } from "@/lib/kernel/card-number";
import { uuidv7 } from "@/lib/kernel/ids";
import { nameKeys } from "./domain/fold-name";
import type { Enrolment } from "./schemas";

/** How a member came to be one. */
export interface EnrolmentOptions {
  via: string;
  importId?: string;
  accountId?: string;
}

/** A row of `member`, by column. */
export interface NewMember {
  id: string;
  card_number: string;
  external_id: string | null;
  name: string | null;
  name_key: string | null;
  surname_key: string | null;
  email: string | null;
  phone: string | null;
  birthday: string | null;
  locale: NonNullable<Enrolment["locale"]> | null;
  tags: string[];
  attributes: Record<string, string>;
  tier: string | null;
  account_id: string | null;
  enrolled_at: string;
  enrolled_via: string;
  import_id: string | null;
}

/** `phone` is in E.164 already. */
export function newMember(
  input: Omit<Enrolment, "phone">,
  phone: string | null,
  at: Date,
  options: EnrolmentOptions,
): NewMember {
  const name = input.name ?? null;
  const { nameKey, surnameKey } = nameKeys(name);
  return {
    id: uuidv7(),
    card_number: newCardNumber(),
    external_id: input.externalId ?? null,
    name,
    name_key: nameKey,
    surname_key: surnameKey,
    email: input.email ?? null,
    phone,
    birthday: input.birthday ?? null,
    locale: input.locale ?? null,
    tags: input.tags ?? [],
    attributes: input.attributes ?? {},
    tier: input.tier ?? null,
    account_id: options.accountId ?? null,
    enrolled_at: at.toISOString(),
    enrolled_via: options.via,
    import_id: options.importId ?? null,
  };
}

/** Adds members, the tier that each begins with, and what they are found by their tags with: a statement for each that there is. */
export async function insertMembers(
  sql: Sql,
  merchantId: number,
  members: readonly NewMember[],
): Promise<void> {
  const withTier = members.filter((member) => member.tier !== null);
  const inserts = [
    sql`
      insert into member (merchant_id, id, card_number, external_id, name, name_key, surname_key, email, phone, birthday, locale,
        tags, attributes, tier, account_id, enrolled_at, enrolled_via, import_id, tier_since, tier_due_at)
      select ${merchantId}, r.*, tiered.at, tiered.at from jsonb_to_recordset(${JSON.stringify(members)}::text::jsonb) as r(id uuid, card_number text,
        external_id text, name text, name_key text, surname_key text, email text, phone text, birthday date, locale text,
        tags text[], attributes jsonb, tier text, account_id uuid, enrolled_at timestamptz, enrolled_via text, import_id uuid),
        lateral (select case when r.tier is not null then r.enrolled_at end as at) tiered`,
  ];
  if (withTier.length > 0) {
    inserts.push(sql`
      insert into member_tier (merchant_id, member_id, since, tier, reason)
      select ${merchantId}, r.id, r.enrolled_at, r.tier, 'enrolled'
      from jsonb_to_recordset(${JSON.stringify(withTier)}::text::jsonb) as r(id uuid, enrolled_at timestamptz, tier text)`);
  }
  const tagged = members.filter((member) => member.tags.length > 0);
  if (tagged.length > 0) {
    inserts.push(sql`
      insert into member_tag (merchant_id, tag, member_id)
      select distinct ${merchantId}::bigint, tag, r.id
      from jsonb_to_recordset(${JSON.stringify(tagged)}::text::jsonb) as r(id uuid, tags text[]), unnest(r.tags) tag`);
  }
  await Promise.all(inserts);
}
