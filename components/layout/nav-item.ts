/** A place to go, as plain data. */
export type NavItem = {
  href: string;
  label: string;
  /** Every address below this one belongs to the item too; its own href unless said otherwise, and null: none. */
  under?: string | null;
};

/** The item a page belongs to: the one whose address, or `under`, reaches furthest down the page's own. */
export function currentItem<Item extends NavItem>(items: Item[], path: string): Item | undefined {
  const reach = (item: Item) => {
    if (item.under === null) return path === item.href ? path.length : -1;
    const root = item.under ?? item.href;
    return path === root || path.startsWith(`${root}/`) ? root.length : -1;
  };
  return items
    .filter((item) => reach(item) >= 0)
    .reduce<Item | undefined>((best, item) => (best && reach(best) >= reach(item) ? best : item), undefined);
}
