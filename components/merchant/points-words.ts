import { formatPoints, type PointName, pointWord } from "@/lib/kernel/points";

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
  }: { locale: string; pointName: PointName | null; word: (count: number) => string; signed?: boolean },
): string {
  return `${formatPoints(count, locale, { signed })} ${pointName ? pointWord(count, pointName, locale) : word(Math.abs(count))}`;
}
