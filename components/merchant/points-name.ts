import { type PointName, pointWord } from "@/lib/kernel/points";
import { pointsWords } from "./points-words";

/** What a shop calls its points, for whole sentences. */
export interface PointsName {
  /** "58 beans" */
  count(points: number): string;
  /** Of so many: "bean", "beans". */
  word(points: number): string;
  /** Of any number: "beans", and at the start of a sentence "Beans". */
  many: string;
  Many: string;
}

/** `word`: what the reader's language calls so many points where the shop has no name of its own for them. */
export function namePoints(
  pointName: PointName | null,
  locale: string,
  word: (points: number) => string,
): PointsName {
  const many = pointName?.other ?? word(2);
  return {
    count: (points) => pointsWords(points, { locale, pointName, word }),
    word: (points) => (pointName ? pointWord(points, pointName, locale) : word(Math.abs(points))),
    many,
    Many: many.charAt(0).toLocaleUpperCase(locale) + many.slice(1),
  };
}
