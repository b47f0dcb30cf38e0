import type { Locale } from "./i18n/locale";
import { formatPoints } from "./points";

/** From nought to ten: how counts stand in a sentence. Points and money are digits whatever their size. */
const words: Record<Locale, readonly string[]> = {
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  tr: ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on"],
};

/** "three"; digits above ten. */
export const countWord = (count: number, locale: Locale): string =>
  words[locale][count] ?? formatPoints(count, locale);

export type Messages = { readonly [key: string]: string | Messages };

/** `{count, words}` in a message is "three", `{count, Words}` at the start of a sentence "Three", and digits above ten. */
export function withCountWords<M extends Messages>(messages: M, locale: Locale): M {
  const read = (value: string | Messages): string | Messages =>
    typeof value === "string" ? spell(value, locale) : withCountWords(value, locale);
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, read(value)])) as M;
}

const spell = (text: string, locale: Locale): string =>
  text.replace(/\{(\w+), ([wW])ords\}/g, (_, name: string, letter: string) => {
    const choices = words[locale].map(
      (word, count) => `=${count} {${letter === "W" ? capital(word, locale) : word}}`,
    );
    return `{${name}, plural, ${choices.join(" ")} other {{${name}, number}}}`;
  });

const capital = (word: string, locale: Locale): string =>
  word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
