import type { ShopFacts } from "@/components/merchant/shop-context";
import type { StaffActor } from "@/lib/access/actor";
import type { Shop } from "@/lib/access/shop";

/** What the browser has to know of a shop, and of who works there. */
export const shopFacts = (
  { slug, currency, timezone, country, pointName }: Shop,
  { accountId }: StaffActor,
): ShopFacts => ({
  slug,
  currency,
  zone: timezone,
  country,
  pointName,
  reader: accountId,
});
