import type { Sql } from "@/db/client";
import type { EntryKind } from "./domain/types";

export interface LedgerSearch {
  /** Folded as names are: lower case, without accents. */
  text: string;
  /** Kinds of entry and keys of product types that are called so. */
  kinds: readonly EntryKind[];
  types: readonly string[];
  /** Keys of activities that are called so, and of rules whose reason is said so: "doubled for Gold". */
  activities: readonly string[];
  rules: readonly string[];
}

// What lower() leaves of the letters that our languages have beyond a to z, as foldName folds them.
const accented = "çğıöşüâîûáàäéèêíóôúñ";
const plain = "cgiosuaiuaaaeeeioouun".slice(0, accented.length);

/**
 * A condition on entries `e` with their purchases `p` and activities `a`: what was bought or done, who is on the other side
 * of a gift, why it was given, what it is called. Of the other member only what their entry shows can be found.
 */
export function matching(
  sql: Sql,
  merchantId: number,
  { text, kinds, types, activities, rules }: LedgerSearch,
) {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const folds = (column: ReturnType<Sql>) =>
    sql`translate(lower(${column}), ${accented}, ${plain}) like ${pattern}`;
  return sql`and (${folds(sql`coalesce(e.reason, '') || ' ' || coalesce(e.reference, '')`)}
    or (e.kind = any(${[...kinds]}::text[]) and not (e.kind = 'earn' and a.id is not null))
    or a.type = any(${[...activities]}::text[])
    or exists (select from jsonb_array_elements(coalesce(p.explanation, a.explanation)) i
      where i->>'kind' not in ('rate', 'missed') and (${folds(sql`coalesce(i->>'name', '')`)} or i->>'rule' = any(${[...rules]}::text[])))
    or exists (select from gift_offer g join member o on o.merchant_id = ${merchantId}
        and o.id = case when g.from_member_id = e.member_id then g.to_member_id else g.from_member_id end
      where g.merchant_id = ${merchantId} and g.id = e.gift_id and ${folds(sql`split_part(trim(coalesce(o.name, '')), ' ', 1)`)})
    or exists (select from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = e.purchase_id
      and (${folds(sql`coalesce(l.name, '')`)} or (l.name is null and l.product_type = any(${[...types]}::text[])))))`;
}
