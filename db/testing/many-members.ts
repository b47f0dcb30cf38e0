import type { Database } from "@/db/client";

/**
 * Adds members to a shop as years of business leave them: names that repeat, one in ten Gold, one in two hundred with consent to offers, one in a thousand tagged
 * "rare" and one in three "regular", balances, spend and last visits spread, one in a hundred with points about to expire.
 */
export async function manyMembers(
  { sql }: Pick<Database, "sql">,
  merchantId: number,
  count: number,
): Promise<void> {
  await sql`
    insert into member (merchant_id, id, card_number, external_id, name, name_key, surname_key, email, phone, birthday, tags, tier,
      enrolled_at, enrolled_via, balance, entry_seq, purchase_count, spend, first_purchase_at, last_purchase_at, next_due_at)
    select ${merchantId}::bigint, gen_random_uuid(), 'many-' || n, 'crm-' || n, first || ' ' || last, first || ' ' || last,
      last || ' ' || first, 'person' || n || '@example.com', '+90' || (5000000000 + n), date '1960-01-01' + n % 16000,
      case when n % 1000 = 0 then array['rare'] when n % 3 = 0 then array['regular'] else '{}' end,
      case when n % 10 = 0 then 'gold' end, timestamptz '2026-01-01' - n % 1000 * interval '1 day', 'import', 0, 0,
      case when n % 5 = 0 then 0 else 10 end, n % 9973 * 100, case when n % 5 > 0 then timestamptz '2025-01-01' end,
      case when n % 5 > 0 then timestamptz '2026-03-01' - n % 400 * interval '1 day' end, null
    from generate_series(1, ${count}::int) n,
      lateral (select (array['ayse','burak','cem','derya','elif','mehmet','selin','umut'])[n % 8 + 1] as first,
        (array['arslan','celik','demir','kaya','oz','sahin','yilmaz'])[n % 7 + 1] as last) names`;
  await sql`
    insert into member_tag (merchant_id, tag, member_id)
    select ${merchantId}::bigint, tag, id from member, unnest(tags) tag where merchant_id = ${merchantId}`;
  await sql`
    insert into consent_event (merchant_id, member_id, id, kind, given, wording, via, at, actor)
    select ${merchantId}::bigint, id, gen_random_uuid(), 'marketing', true, '', 'joining', enrolled_at, 'system:test' from member
    where merchant_id = ${merchantId} and hashtext(card_number) % 200 = 0`;
  await sql`vacuum analyze member, member_tag, consent_event`;
}
