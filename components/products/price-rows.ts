import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import type { Product } from "@/lib/products/schemas";

/** A product as it is being typed. */
export interface PriceRow {
  /** Tells rows apart while they are moved about. */
  no: number;
  /** Absent until it is saved for the first time. */
  sku?: string;
  name: string;
  price: string;
  productType: string;
  group: string;
}

interface Writing {
  currency: string;
  locale: string;
}

export const rowsOf = (products: readonly Product[], { currency, locale }: Writing): PriceRow[] =>
  products.map(({ price, ...product }, no) => ({
    ...product,
    no,
    price: amountText(price, currency, locale),
  }));

export type RowFault = "name" | "price" | "group";

/** What cannot be sent as it is typed, by row number. */
export function rowFaults(rows: readonly PriceRow[], writing: Writing): Map<number, Set<RowFault>> {
  const found = new Map<number, Set<RowFault>>();
  for (const row of rows) {
    const price = typedAmount(row.price, writing.currency, writing.locale);
    const faults = new Set<RowFault>();
    if (row.name.trim() === "") faults.add("name");
    if (price === null || price <= 0) faults.add("price");
    if (row.group.trim() === "") faults.add("group");
    if (faults.size > 0) found.set(row.no, faults);
  }
  return found;
}

/** The rows as the command takes them. A new product gets an article number from its name. */
export function productsOf(rows: readonly PriceRow[], { currency, locale }: Writing): Product[] {
  const taken = rows.flatMap(({ sku }) => (sku ? [sku] : []));
  return rows.map(({ no: _, price, ...row }) => {
    const sku = row.sku ?? skuFor(row.name, taken);
    taken.push(sku);
    return {
      ...row,
      sku,
      name: row.name.trim(),
      group: row.group.trim(),
      price: typedAmount(price, currency, locale) ?? 0,
    };
  });
}

function skuFor(name: string, taken: readonly string[]): string {
  const plain = name
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  const base = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join("-").slice(0, 80) || "product";
  let sku = base;
  for (let number = 2; taken.includes(sku); number += 1) sku = `${base}-${number}`;
  return sku;
}

/** The tabs of the till in the order in which the list first names them. */
export const groupsOf = (rows: readonly { group: string }[]): string[] => [
  ...new Set(rows.map(({ group }) => group.trim()).filter((group) => group !== "")),
];
