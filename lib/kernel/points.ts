declare const unit: unique symbol;

/** A whole number of points, checked: there are no halves, and none so large that a sum could lose one. */
export type Points = number & { readonly [unit]: "points" };

export function wholePoints(value: number): Points {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of points`);
  return value as Points;
}

/** What a shop calls its points where it has a word of its own for them. */
export interface PointName {
  one: string;
  other: string;
}

/** The form of the word that goes with so many. */
export const pointWord = (points: number, name: PointName, locale: string): string =>
  name[new Intl.PluralRules(locale).select(Math.abs(points)) === "one" ? "one" : "other"];

const formats = new Map<string, Intl.NumberFormat>();

/** 1284 as "1,284" (en) or "1.284" (tr), with a real minus sign; `signed` puts a plus before what came in. */
export function formatPoints(
  points: number,
  locale: string,
  { signed = false }: { signed?: boolean } = {},
): string {
  const sign = points < 0 ? "\u2212" : signed && points > 0 ? "+" : "";
  return sign + magnitude(Math.abs(points), locale);
}

function magnitude(points: number, locale: string): string {
  // Below a thousand no language that we speak groups digits, and most awards are there: Intl would take longer than
  // deciding them.
  if (points < 1000) return String(points);
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    formats.set(locale, format);
  }
  return format.format(points);
}
