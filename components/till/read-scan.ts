import { isCardNumber, normaliseCard } from "@/lib/kernel/card-number";
import { isVoucherCode, normaliseVoucherCode } from "@/lib/kernel/voucher-code";
import type { Product } from "@/lib/products/schemas";

export type Scan =
  | { kind: "card"; card: string }
  | { kind: "voucher"; code: string }
  | { kind: "product"; product: Product };

/** The shortest article number that is printed as a barcode: anything shorter may be an amount that was typed. */
const shortestBarcode = 8;

/** What a scanner, or a camera, read: a card, a voucher, or the barcode of something that is sold. Null for what people type. */
export function readScan(text: string, products: readonly Product[]): Scan | null {
  const plain = text.trim();
  const card = normaliseCard(plain);
  if (isCardNumber(card)) return { kind: "card", card };
  const code = normaliseVoucherCode(plain);
  if (isVoucherCode(code)) return { kind: "voucher", code };
  if (plain.length < shortestBarcode) return null;
  const product = products.find(({ sku }) => sku === plain);
  return product ? { kind: "product", product } : null;
}
