import type { Database, Tx } from "@/db/client";
import type { TierRules } from "./domain/types";
import { tierRulesOf } from "./tier-rules-of";

export interface ShopTiers {
  zone: string;
  rules: TierRules;
}

/** The tiers that members of a shop climb; null where they climb none. */
export async function shopTiers(
  source: Pick<Database | Tx, "sql">,
  merchantId: number,
): Promise<ShopTiers | null> {
  const [shop] = await source.sql<{ zone: string; version: number | null }[]>`
    select timezone as zone, qualifying_version as version from merchant where id = ${merchantId}`;
  if (!shop || shop.version === null) return null;
  return { zone: shop.zone, rules: await tierRulesOf(source, merchantId, shop.version) };
}
