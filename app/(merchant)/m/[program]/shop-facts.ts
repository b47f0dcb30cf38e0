import type { ShopFacts } from "@/components/merchant/shop-context";
import type { Shop } from "@/lib/access/shop";

/** What the browser has to know of a shop. */
export const shopFacts = ({ slug, currency, timezone, country, pointName }: Shop): ShopFacts => ({
  slug,
  currency,
  zone: timezone,
  country,
  pointName,
});
