import { formatPoints } from "@/lib/kernel/points";
import type { ShopFacts } from "./shop-context";

type PointName = ShopFacts["pointName"];

/**
 * "58 points", with a shop's own word for them, or the language's: `word` gives that for a count. `signed` puts a plus
 * before what came in.
 */
export function pointsWords(
  count: number,
  {
    locale,
    pointName,
    word,
    signed,
  }: { locale: string; pointName: PointName; word: (count: number) => string; signed?: boolean },
): string {
  const form = new Intl.PluralRules(locale).select(Math.abs(count)) === "one" ? "one" : "other";
  return `${formatPoints(count, locale, { signed })} ${pointName ? pointName[form] : word(Math.abs(count))}`;
}
