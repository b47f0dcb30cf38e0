import type { Database, Tx } from "@/db/client";
import type { Locale } from "@/lib/kernel/i18n/locale";

/** A merchant as every page of it needs it. */
export interface Shop {
  id: number;
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  locale: Locale;
  country: string;
  colour: string;
  logo: string | null;
  pointName: { one: string; other: string } | null;
  /** How long after recording it a cashier may take a purchase back; null: for ever. */
  undoMinutes: number | null;
}

// A shop's slug never changes, so what it stands for may be kept for as long as the process lives.
const known = new Map<string, number>();
const knownAtMost = 10_000;

/** Which merchant a slug in an address means, or null. */
export async function shopId(source: Pick<Database | Tx, "sql">, slug: string): Promise<number | null> {
  const kept = known.get(slug);
  if (kept !== undefined) return kept;
  const [row] = await source.sql<{ id: number }[]>`select id from merchant where slug = ${slug}`;
  if (!row) return null;
  if (known.size >= knownAtMost) known.clear();
  known.set(slug, row.id);
  return row.id;
}

export async function shopBySlug(source: Pick<Database | Tx, "sql">, slug: string): Promise<Shop | null> {
  const [row] = await source.sql<Shop[]>`
    select id, slug, name, currency, timezone, locale, country, colour, logo, point_name as "pointName",
      undo_minutes as "undoMinutes"
    from merchant where slug = ${slug}`;
  return row ?? null;
}

export async function shopById(source: Pick<Database | Tx, "sql">, id: number): Promise<Shop> {
  const [row] = await source.sql<Shop[]>`
    select id, slug, name, currency, timezone, locale, country, colour, logo, point_name as "pointName",
      undo_minutes as "undoMinutes"
    from merchant where id = ${id}`;
  if (!row) throw new Error(`merchant ${id} does not exist`);
  return row;
}
