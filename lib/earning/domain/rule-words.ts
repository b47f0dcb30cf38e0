import { formatMoney } from "@/lib/kernel/money";
import { ownValue } from "@/lib/kernel/own-value";
import { formatPoints, type PointName, pointWord } from "@/lib/kernel/points";
import type { Rule } from "@/lib/program/schemas";
import { en } from "./words/en";
import { tr } from "./words/tr";
import type { ConditionWords, Words } from "./words/words";

export type WordsLocale = "en" | "tr";

const dictionaries: Record<WordsLocale, Words> = { en, tr };

/** What names are looked up in; a published version, so that what was said once can be said again. */
export interface NamingContext {
  locale: WordsLocale;
  currency: string;
  /** What the shop calls its points. */
  pointName?: PointName | null;
  productTypes: readonly { key: string; name: string }[];
  tiers?: readonly { key: string; name: string }[];
}

export const wordsOf = (locale: WordsLocale): Words => dictionaries[locale];

/** "58 points", or by the name that the shop gives them. */
export function pointsText(
  points: number,
  { locale, pointName }: Pick<NamingContext, "locale" | "pointName">,
): string {
  const figure = formatPoints(points, locale);
  return pointName
    ? `${figure} ${pointWord(points, pointName, locale)}`
    : wordsOf(locale).points(figure, points);
}

/** "points", as above. */
export const pointsNoun = ({ locale, pointName }: Pick<NamingContext, "locale" | "pointName">): string =>
  pointName?.other ?? wordsOf(locale).many;

/** The name of a product type as it stands inside a sentence; the key when it is not known. */
export function productTypeName(key: string, { productTypes, locale }: NamingContext): string {
  const name = productTypes.find((type) => type.key === key)?.name ?? key;
  const rest = name.slice(1);
  // "Coffee" becomes "coffee"; "San Sebastian" and "DRUG GM" stay as the shop writes them.
  const plain = rest !== "" && rest === rest.toLocaleLowerCase(locale);
  return plain ? name.charAt(0).toLocaleLowerCase(locale) + rest : name;
}

/** A product type's name at the head of a row. */
export const productTypeTitle = (key: string, { productTypes }: NamingContext): string =>
  productTypes.find((type) => type.key === key)?.name ?? key;

/** "1.15" for 11,500 basis points. */
export const factorText = (factor: number, locale: WordsLocale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(factor / 10_000);

/** A rule's conditions, in names and written figures. */
export function conditionWords(rule: Rule, context: NamingContext): ConditionWords {
  const { when = {} } = rule;
  const words = wordsOf(context.locale);
  const found: ConditionWords = {};
  if (when.hours) found.hours = when.hours;
  if (when.weekdays) found.weekdays = when.weekdays.toSorted((a, b) => a - b);
  if (when.dates) found.dates = when.dates;
  if (when.tiers) found.tiers = words.list(when.tiers.map((key) => tierName(key, context)));
  if (when.channels)
    found.channels = words.anyOf(
      when.channels.map((channel) => ownValue(words.channels, channel) ?? channel),
    );
  if (when.firstPurchase) found.firstPurchase = true;
  if (when.minimumSpend)
    found.minimumSpend = formatMoney(when.minimumSpend, context.currency, context.locale, { trim: true });
  return found;
}

const tierName = (key: string, { tiers }: NamingContext): string =>
  tiers?.find((tier) => tier.key === key)?.name ?? key;
