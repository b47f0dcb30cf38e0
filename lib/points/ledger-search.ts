import type { Sql } from "@/db/client";
import type { EntryKind } from "./domain/types";

export interface LedgerSearch {
  /** Folded as names are: lower case, without accents. */
  text: string;
  /** Kinds of entry and keys of product types that are called so. */
  kinds: readonly EntryKind[];
  types: readonly string[];
}

// What lower() leaves of the letters that our languages have beyond a to z, as foldName folds them.
const accented = "çğıöşüâîûáàäéèêíóôúñ";
const plain = "cgiosuaiuaaaeeeioouun".slice(0, accented.length);

/** A condition on entries `e` with their purchases `p`: what was bought, why it was given, what it is called. */
export function matching(sql: Sql, merchantId: number, { text, kinds, types }: LedgerSearch) {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const folds = (column: ReturnType<Sql>) =>
    sql`translate(lower(${column}), ${accented}, ${plain}) like ${pattern}`;
  return sql`and (${folds(sql`coalesce(e.reason, '') || ' ' || coalesce(e.reference, '')`)}
    or e.kind = any(${[...kinds]}::text[])
    or exists (select from purchase_line l where l.merchant_id = ${merchantId} and l.purchase_id = e.purchase_id
      and (${folds(sql`coalesce(l.name, '')`)} or (l.name is null and l.product_type = any(${[...types]}::text[])))))`;
}
