import { groupsOf } from "@/components/products/price-rows";
import type { Product } from "@/lib/products/schemas";

/** As many buttons as fit on a tablet without scrolling: three across, four down. */
const mostSoldAtMost = 12;

export interface ProductTab {
  /** null: what is sold most. */
  group: string | null;
  products: Product[];
}

/**
 * The tabs of the till: what is sold most, then the groups. Until anything was sold, and to fill the first tab up, the
 * list's own order stands in. One group that fits needs no tab for what is sold most.
 */
export function productTabs(products: readonly Product[], mostSold: readonly string[]): ProductTab[] {
  const groups = groupsOf(products).map((group) => ({
    group,
    products: products.filter((product) => product.group === group),
  }));
  if (groups.length <= 1 && products.length <= mostSoldAtMost) return groups;
  const rank = new Map(mostSold.map((sku, index) => [sku, index]));
  const rankOf = ({ sku }: Product): number => rank.get(sku) ?? Number.POSITIVE_INFINITY;
  // Both unranked is Infinity - Infinity: they stay as they stand in the list.
  const sorted = [...products].sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)));
  return [{ group: null, products: sorted.slice(0, mostSoldAtMost) }, ...groups];
}
