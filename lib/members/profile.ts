import type { Sql, Tx } from "@/db/client";
import { nameKeys } from "./domain/fold-name";
import type { Profile } from "./domain/take-over";
import { keepTags } from "./keep-tags";

export interface StoredProfile extends Profile {
  id: string;
  card: string;
  status: "active" | "erased" | "undone" | "merged";
  mergedInto: string | null;
}

/** Profiles by id. `lock`: until commit, in the order in which everybody locks. */
export async function readProfiles(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<Map<string, StoredProfile>> {
  const rows = await sql<StoredProfile[]>`
    select m.id, m.card_number as card, m.status, m.merged_into as "mergedInto", m.name, m.email, m.phone,
      m.external_id as "externalId", m.birthday, m.locale, m.account_id as "accountId", m.tier, m.tags, m.attributes,
      m.enrolled_at as "enrolledAt"
    from member m where m.merchant_id = ${merchantId} and m.id = any(${[...ids]}::uuid[]) order by m.id ${lock ? sql`for update` : sql``}`;
  return new Map(rows.map((row) => [row.id, { ...row, enrolledAt: new Date(row.enrolledAt).toISOString() }]));
}

/** Writes what a merge, or its undoing, made of a profile, with whether the member is one. */
export async function writeProfile(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  { id, profile, mergedInto }: { id: string; profile: Profile; mergedInto: string | null },
): Promise<void> {
  const { nameKey, surnameKey } = nameKeys(profile.name);
  await tx.sql`
    update member set status = ${mergedInto ? "merged" : "active"}, merged_into = ${mergedInto}, name = ${profile.name},
      name_key = ${nameKey}, surname_key = ${surnameKey}, email = ${profile.email}, phone = ${profile.phone},
      external_id = ${profile.externalId}, birthday = ${profile.birthday}, locale = ${profile.locale},
      account_id = ${profile.accountId}, tier = ${profile.tier}, tags = ${profile.tags},
      attributes = ${JSON.stringify(profile.attributes)}::text::jsonb, enrolled_at = ${profile.enrolledAt}
    where merchant_id = ${merchantId} and id = ${id}`;
  await keepTags(tx.sql, merchantId, [id]);
}

/** From this instant on they have this tier: a purchase that arrives late is judged by the tier of its own day. */
export async function noteTier(
  tx: Pick<Tx, "sql">,
  merchantId: number,
  { id, tier, now, reason }: { id: string; tier: string | null; now: Date; reason: string },
): Promise<void> {
  await tx.sql`
    insert into member_tier (merchant_id, member_id, since, tier, reason)
    values (${merchantId}, ${id}, ${now.toISOString()}, ${tier}, ${reason})
    on conflict (merchant_id, member_id, since) do update set tier = excluded.tier, reason = excluded.reason`;
}
