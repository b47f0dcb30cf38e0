import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { Cap, Program, Rule } from "@/lib/program/schemas";
import {
  conditionWords,
  factorText,
  type NamingContext,
  productTypeName,
  type WordsLocale,
  wordsOf,
} from "./rule-words";
import type { ConditionWords } from "./words/words";

/** What of a rule's conditions says which purchases it is about. */
type PurchaseKind = Pick<ConditionWords, "firstPurchase" | "minimumSpend">;

/**
 * A rule as one sentence, built from what it does: "Before ten on weekdays, a visit earns 10 points more, once a day."
 */
export function ruleSentence(
  rule: Rule,
  program: Pick<Program, "productTypes" | "tiers">,
  locale: WordsLocale,
  currency: string,
): string {
  const context: NamingContext = {
    locale,
    currency,
    productTypes: program.productTypes,
    tiers: program.tiers,
  };
  const words = wordsOf(locale);
  const { firstPurchase, minimumSpend, ...others } = conditionWords(rule, context);
  const kind = { firstPurchase, minimumSpend };
  const conditions = words.conditions(rule.effect.kind === "bonus" ? others : { ...others, ...kind });
  return words.rule(conditions, core(rule, context, kind), limits(rule, locale));
}

function core({ effect, when }: Rule, context: NamingContext, kind: PurchaseKind): string {
  const { locale, currency } = context;
  const words = wordsOf(locale);
  const names = when?.productTypes?.map((key) => productTypeName(key, context));
  const types = names ? words.list(names) : null;
  if (effect.kind === "multiplier")
    return words.multiplier(types, effect.factor, factorText(effect.factor, locale));
  if (effect.points === 0) return words.noRate(types);
  const points = pointsText(effect.points, locale);
  if (effect.kind === "bonus") return words.bonus(names ? words.anyOf(names) : null, points, kind);
  return words.rate(formatMoney(effect.per, currency, locale, { trim: true }), types, points);
}

function limits(rule: Rule, locale: WordsLocale): string[] {
  const words = wordsOf(locale);
  const texts = (rule.caps ?? []).map((cap) => capText(rule, cap, locale));
  if (rule.budget !== undefined) texts.push(words.budget(pointsText(rule.budget, locale)));
  if (rule.holdDays !== undefined) texts.push(words.held(rule.holdDays));
  return texts;
}

/** A cap that is so many times a bonus is a number of times. */
function capText({ effect }: Rule, { points, per }: Cap, locale: WordsLocale): string {
  const times = effect.kind === "bonus" ? points / effect.points : 0;
  if (Number.isInteger(times) && times >= 1 && times <= 10) return wordsOf(locale).often(times, per);
  return wordsOf(locale).atMost(pointsText(points, locale), per);
}

const pointsText = (points: number, locale: WordsLocale): string =>
  wordsOf(locale).points(formatPoints(points, locale), points);
