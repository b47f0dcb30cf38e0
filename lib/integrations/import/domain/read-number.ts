import { parseDecimal } from "@/lib/kernel/money";

const scientific = /^([+-]?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/;

/**
 * A decimal number in units of 10^-decimals, surplus decimals rounded, halves away from zero: 1.115 with two is 112.
 * Also what a program wrote from a float (`4.440892e-16` is 0), exactly. Null when it is no number.
 */
export function readNumber(text: string, decimals: number, mark: "." | ","): number | null {
  const match = scientific.exec(mark === "," ? text.replace(",", ".") : text);
  if (!match) return parseDecimal(text, decimals, { decimal: mark, round: true });
  return parseDecimal(withoutExponent(match), decimals, { round: true });
}

function withoutExponent([, sign = "", whole = "", fraction = "", exponent = "0"]: RegExpExecArray): string {
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, "0")}.${digits.slice(point)}`;
}
