import type { Tx } from "@/db/client";
import { Problem } from "@/lib/kernel/problems";
import { countryFor, memberKey } from "./member-key";
import type { MemberRef } from "./schemas";

const columns = { id: "id", externalId: "external_id", card: "card_number", email: "email", phone: "phone" };

/** The id of the member whom somebody means: an active one, or the one whom a merged one carries on as. */
export async function resolveMember(
  source: Pick<Tx, "sql">,
  merchantId: number,
  ref: MemberRef,
  path: string,
): Promise<{ id: string; merged: boolean }> {
  const country = await countryFor(source, merchantId, [ref]);
  const { by, value } = memberKey(ref, country, path);
  const column = source.sql(columns[by]);
  const [found] = await source.sql<{ id: string; merged: boolean }[]>`
    select m.id, false as merged from member m where m.merchant_id = ${merchantId} and m.${column} = ${value} and m.status = 'active'
    union all
    select m.merged_into, true from member m where m.merchant_id = ${merchantId} and m.${column} = ${value} and m.status = 'merged'
    limit 1`;
  if (found) return found;
  throw new Problem("member_not_found", { fields: [{ path, code: "member_not_found" }] });
}
