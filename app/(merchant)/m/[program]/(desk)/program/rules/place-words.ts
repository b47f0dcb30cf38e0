import { getLocale, getTranslations } from "next-intl/server";
import type { RulePlace } from "@/lib/earning/domain/rule-places";

/** How a rule stands to others in words, those by their number in the list. */
export type SayPlace = (place: RulePlace, numberOf: (key: string) => number) => string;

export async function placeWords(): Promise<SayPlace> {
  const [t, locale] = await Promise.all([getTranslations("rules.list.place"), getLocale()]);
  return (place, numberOf) => {
    if (place.kind === "all") return t("all");
    const others = place.kind === "instead" ? place.of : place.rates;
    const numbers = others.map(numberOf).toSorted((a, b) => a - b);
    const said = {
      count: numbers.length,
      rules: new Intl.ListFormat(locale).format(numbers.map(String)),
    };
    return place.kind === "instead"
      ? t("instead", { ...said, less: place.less ? "yes" : "no" })
      : t("multiplies", said);
  };
}
