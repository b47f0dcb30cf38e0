import type { Database } from "@/db/client";

/** Where somebody belongs who just signed in: their one shop, their one card, or the page that lists what they have. */
export async function homeOf(database: Database, accountId: string): Promise<string> {
  const [shops, cards] = await Promise.all([
    database.sql<{ slug: string }[]>`
      select m.slug from staff s join merchant m on m.id = s.merchant_id where s.account_id = ${accountId} and s.active limit 2`,
    database.sql<{ slug: string }[]>`
      select m.slug from account_program p join merchant m on m.id = p.merchant_id where p.account_id = ${accountId} limit 2`,
  ]);
  if (shops.length > 0) return shops.length === 1 ? `/m/${shops[0]?.slug}` : "/";
  return cards.length === 1 ? `/c/${cards[0]?.slug}` : "/c";
}
