/** Money is a safe integer of minor units (kuruş, cents) beside the ISO 4217 code of its merchant. Never a float. */

/** The most that one amount can be, in minor units: 10,000,000,000.00 where there are two decimals. */
export const mostMoney = 1_000_000_000_000;

const noMinorUnit = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ");
const thousandths = "BHD IQD JOD KWD LYD OMR TND".split(" ");
const exponents = new Map<string, number>([
  ...noMinorUnit.map((code) => [code, 0] as const),
  ...thousandths.map((code) => [code, 3] as const),
  ["CLF", 4],
  ["UYW", 4],
]);

/**
 * Decimals of the currency by ISO 4217: JPY 0, TRY 2, TND 3. Not taken from Intl, whose figures are those of daily use
 * (IQD 0) and change with the ICU of the machine.
 */
export const currencyExponent = (currency: string): number => exponents.get(currency) ?? 2;

/** Minor units of one whole unit: 100 for TRY. */
export const minorUnits = (currency: string): number => 10 ** currencyExponent(currency);

const known = new Set(Intl.supportedValuesOf("currency"));

export const isCurrency = (code: string): boolean => known.has(code);

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: string, decimals: number): Intl.NumberFormat {
  const name = `${locale} ${currency} ${decimals}`;
  const ready = formats.get(name);
  if (ready) return ready;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(name, made);
  return made;
}

/** 184,566.21 as "₺184,566.21" (en) or "₺184.566,21" (tr). `trim` leaves out decimals that are all zero: "₺160". */
export function formatMoney(
  minor: number,
  currency: string,
  locale: string,
  { trim = false, signed = false }: { trim?: boolean; signed?: boolean } = {},
): string {
  const whole = trim && minor % minorUnits(currency) === 0;
  const format = moneyFormat(currency, locale, whole ? 0 : currencyExponent(currency));
  const sign = minor < 0 ? "\u2212" : signed && minor > 0 ? "+" : "";
  return sign + format.format(toDecimal(Math.abs(minor), currency));
}

/** 16000 as "160.00", with the currency's own number of decimals: for files and programs. */
export function toDecimal(minor: number, currency: string): `${number}` {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return `${minor < 0 ? "-" : ""}${text}` as `${number}`;
}

interface ParseOptions {
  /** Decimal mark; the other of the two may group thousands. */
  decimal?: "." | ",";
  /** Round surplus decimals, halves away from zero. Without it they are refused unless they are zeros. */
  round?: boolean;
}

/** Minor units of a decimal number as typed or exported; null when it is not one, or too large to be exact. */
export const parseMoney = (text: string, currency: string, options: ParseOptions = {}): number | null =>
  parseDecimal(text, currencyExponent(currency), options);

const patterns = {
  ".": /^([+\-\u2212]?)(\d+|\d{1,3}(?:[, \u00a0\u202f']\d{3})+)(?:\.(\d*))?$/,
  ",": /^([+\-\u2212]?)(\d+|\d{1,3}(?:[. \u00a0\u202f']\d{3})+)(?:,(\d*))?$/,
};

/** The same for any number of decimals: "1.25" with three is 1250. */
export function parseDecimal(text: string, exponent: number, options: ParseOptions = {}): number | null {
  const { decimal = ".", round = false } = options;
  const match = patterns[decimal].exec(text.trim());
  if (!match) return null;
  const decimals = match[3] ?? "";
  const surplus = decimals.slice(exponent);
  if (!round && /[1-9]/.test(surplus)) return null;
  const whole = (match[2] ?? "").replace(/\D/g, "");
  const magnitude =
    Number(whole + decimals.slice(0, exponent).padEnd(exponent, "0")) + (surplus >= "5" ? 1 : 0);
  if (!Number.isSafeInteger(magnitude)) return null;
  return match[1] && match[1] !== "+" && magnitude > 0 ? -magnitude : magnitude;
}

/**
 * Splits a total by weights so that the parts add up to it: each gets its share rounded towards zero, what is left goes
 * one by one to the largest remainders, the earlier first among equals. Weights of 0 all round share alike.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const magnitude = Math.abs(total);
  const shares = weights.map((weight) => divide(magnitude, weight, sum));
  let left = magnitude - shares.reduce((a, share) => a + share.whole, 0);
  const order = shares.map((_, index) => index);
  // Array.prototype.sort is stable: the earlier stays first among equal remainders.
  order.sort((a, b) => (shares[b]?.rest ?? 0) - (shares[a]?.rest ?? 0));
  const parts = shares.map((share) => share.whole);
  for (const index of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}

/** total x weight / sum, exactly: the whole part and the numerator of what is over. */
function divide(total: number, weight: number, sum: number): { whole: number; rest: number } {
  const product = total * weight;
  if (Number.isSafeInteger(product)) {
    const rest = product % sum;
    return { whole: (product - rest) / sum, rest };
  }
  const exact = BigInt(total) * BigInt(weight);
  return { whole: Number(exact / BigInt(sum)), rest: Number(exact % BigInt(sum)) };
}

/** value x numerator / denominator, rounded to the nearest, halves up. All at least 0, the denominator more. */
export function proportion(value: number, numerator: number, denominator: number): number {
  const { whole, rest } = divide(value, numerator, denominator);
  return rest * 2 >= denominator ? whole + 1 : whole;
}
