import { expect, test } from "vitest";
import { newCardNumber } from "@/lib/kernel/card-number";
import { newVoucherCode } from "@/lib/kernel/voucher-code";
import { readScan } from "./read-scan";

const beans = { sku: "8690000000012", name: "Beans", price: 48_000, productType: "beans", group: "Beans" };
const short = { ...beans, sku: "160" };

test("a card is read with and without spaces, the barcode of a bag of beans is the bag", () => {
  const card = newCardNumber();
  expect(readScan(` ${card.slice(0, 4)} ${card.slice(4)}\n`, [beans])).toEqual({ kind: "card", card });
  expect(readScan("8690000000012", [beans])).toEqual({ kind: "product", product: beans });
});

test("a voucher is read in small letters and with dashes", () => {
  const code = newVoucherCode();
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  expect(readScan(typed, [beans])).toEqual({ kind: "voucher", code });
});

test("160 is an amount although a product is numbered 160, and neither a name nor a wrong card is a scan", () => {
  expect(readScan("160", [short])).toBeNull();
  expect(readScan("Elif Yıldırım", [beans])).toBeNull();
  expect(readScan("123456789012", [beans])).toBeNull();
});
