/** The languages the product speaks. Every message exists in each of them. */
export const locales = ["en", "tr"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Name of the cookie that keeps the reader's choice; it wins over what the browser asks for. */
export const localeCookie = "locale";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The reader's language: their choice if they made one, else the best of the browser's Accept-Language header,
 * else English. A region is ignored (tr-CY is tr); a language refused with q=0 is not offered.
 */
export function chooseLocale(choice: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(choice)) return choice;
  return wishes(acceptLanguage ?? "").find(isLocale) ?? defaultLocale;
}

function wishes(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => parameter.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0] ?? "", weight: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((wish) => wish.language);
}
