import type { Locale } from "@/lib/kernel/i18n/locale";
import en from "@/messages/problems/en.json" with { type: "json" };
import tr from "@/messages/problems/tr.json" with { type: "json" };

const words: Record<Locale, Readonly<Record<string, string>>> = { en: en.columns, tr: tr.columns };

/**
 * What the mapping says itself has a path there instead of a column, and is called by what it is: `line.productType` is the
 * product type. Only for paths: a file may call a column `line.productType`, too.
 */
export const columnWords =
  (locale: Locale) =>
  (path: string): string => {
    const [, field] = /^(?:purchase|lines?(?:\.\d+)?|member)\.([a-zA-Z]+)/.exec(path) ?? [];
    return (field && words[locale][field]) ?? path;
  };

/** What stands before a refused row, in the list of them: its number, its column and the reason. */
export const refusedColumns = (locale: Locale): string[] => {
  const { refusedRow = "", refusedField = "", refusedBecause = "" } = words[locale];
  return [refusedRow, refusedField, refusedBecause];
};
