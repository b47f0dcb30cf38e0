import type { Sql } from "@/db/client";
import { normaliseCard } from "@/lib/kernel/card-number";
import { normalisePhone } from "@/lib/kernel/phone";
import { foldName } from "./domain/fold-name";

interface Search {
  merchantId: number;
  /** Of the shop, for phone numbers without a country code. */
  country: string;
  text: string;
  /** Of names that begin so, at most so many. */
  atMost: number;
}

/**
 * Ids (and how sure each is: 0 by what is theirs alone, 1 by name) of those whom a text may mean: card, phone in any
 * spelling, e-mail, the shop's own id, or the beginning of a name. Whoever is known by what a merged member had is found
 * by it. Each part reads one range of one index, and no part more than it is allowed: the same cost among a hundred
 * members and a million.
 */
export function searchMembers(sql: Sql, { merchantId, country, text, atMost }: Search) {
  const email = text.toLowerCase();
  const phone = normalisePhone(text, country);
  const card = normaliseCard(text);
  const name = foldName(text);
  const beyond = `${name}\u{10ffff}`;
  const known = sql`(m.email = ${email} or m.phone = ${phone} or m.card_number = ${card} or m.external_id = ${text})`;
  // A range instead of LIKE: the index serves it whatever the plan.
  return sql`(
    select f.id, min(f.rank) as rank from (
      select m.id, 0 as rank from member m where m.merchant_id = ${merchantId} and m.status = 'active' and ${known}
      union all
      select m.merged_into, 0 from member m where m.merchant_id = ${merchantId} and m.status = 'merged' and ${known}
      union all
      (select m.id, 1 from member m where m.merchant_id = ${merchantId} and m.status = 'active'
        and m.name_key ~>=~ ${name} and m.name_key ~<~ ${beyond} order by m.name_key using ~<~ limit ${atMost})
      union all
      (select m.id, 1 from member m where m.merchant_id = ${merchantId} and m.status = 'active'
        and m.surname_key ~>=~ ${name} and m.surname_key ~<~ ${beyond} order by m.surname_key using ~<~ limit ${atMost})
    ) f group by f.id)`;
}
