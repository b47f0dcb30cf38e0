import { parseMoney, toDecimal } from "./money";

/**
 * An amount as people type it: with the decimal mark of their language, or with the other one where that cannot be
 * misread. "160,5" is 160.50 in both; "1.600" is 1,600.00 in Turkish and 1.60 in English. Null when it is no amount.
 */
export function typedAmount(text: string, currency: string, locale: string): number | null {
  const own = locale === "tr" ? "," : ".";
  const other = own === "," ? "." : ",";
  // The other mark groups thousands in this language, so it is read as a decimal one only where it cannot do that.
  return (
    parseMoney(text, currency, { decimal: own }) ??
    parseMoney(text.replace(other, own), currency, { decimal: own })
  );
}

/** An amount as `typedAmount` reads it back: what a field begins with. */
export const amountText = (minor: number, currency: string, locale: string): string => {
  const text = toDecimal(minor, currency);
  return locale === "tr" ? text.replace(".", ",") : text;
};
