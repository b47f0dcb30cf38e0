import { formatMoney } from "@/lib/kernel/money";
import type { Cap, Program, Rule } from "@/lib/program/schemas";
import {
  conditionWords,
  factorText,
  type NamingContext,
  pointsNoun,
  pointsText,
  productTypeName,
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
  shop: Pick<NamingContext, "locale" | "currency" | "pointName">,
): string {
  const { locale, currency, pointName } = shop;
  const { productTypes, tiers } = program;
  const context: NamingContext = { locale, currency, pointName, productTypes, tiers };
  const words = wordsOf(locale);
  const { firstPurchase, minimumSpend, ...others } = conditionWords(rule, context);
  const kind = { firstPurchase, minimumSpend };
  const conditions = words.conditions(rule.effect.kind === "bonus" ? others : { ...others, ...kind });
  return words.rule(conditions, core(rule, context, kind), limits(rule, context));
}

function core({ effect, when }: Rule, context: NamingContext, kind: PurchaseKind): string {
  const { locale, currency } = context;
  const words = wordsOf(locale);
  const names = when?.productTypes?.map((key) => productTypeName(key, context));
  const types = names ? words.list(names) : null;
  if (effect.kind === "multiplier")
    return words.multiplier(types, effect.factor, factorText(effect.factor, locale), pointsNoun(context));
  if (effect.points === 0) return words.noRate(types);
  const points = pointsText(effect.points, context);
  if (effect.kind === "bonus") return words.bonus(names ? words.anyOf(names) : null, points, kind);
  return words.rate(formatMoney(effect.per, currency, locale, { trim: true }), types, points);
}

function limits(rule: Rule, context: NamingContext): string[] {
  const words = wordsOf(context.locale);
  const texts = (rule.caps ?? []).map((cap) => capText(rule, cap, context));
  if (rule.budget !== undefined) texts.push(words.budget(pointsText(rule.budget, context)));
  if (rule.holdDays !== undefined) texts.push(words.held(rule.holdDays));
  return texts;
}

/** A cap that is so many times a bonus is a number of times. */
function capText({ effect }: Rule, { points, per }: Cap, context: NamingContext): string {
  const words = wordsOf(context.locale);
  const times = effect.kind === "bonus" ? points / effect.points : 0;
  if (Number.isInteger(times) && times >= 1 && times <= 10) return words.often(times, per);
  return words.atMost(pointsText(points, context), per);
}
