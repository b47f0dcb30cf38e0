import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { Reward } from "../schemas";
import { type NamingContext, nameIn, rewardWords } from "./reward-naming";

/** A reward with all that limits it, or a voucher, of which only what it gives still matters. */
export type Conditional = Pick<Reward, "gives"> &
  Partial<Pick<Reward, "tiers" | "tags" | "dates" | "earlier" | "limits" | "stock" | "validDays">>;

/**
 * What has to be known before points are paid for it, as one sentence: "From a spend of ₺300 on, twice a month." Null when
 * nothing limits it. What marks the shop put on its members is not said to them.
 */
export function rewardConditions(of: Conditional, context: NamingContext): string | null {
  const words = rewardWords[context.locale];
  const upTo = of.gives.kind === "percentOff" ? of.gives.upTo : undefined;
  const clauses = [
    ...(upTo === undefined ? [] : [words.most(moneyIn(context)(upTo))]),
    ...conditionClauses(of, context, words.chosen),
  ];
  const [first, ...others] = clauses;
  if (first === undefined) return null;
  const { locale } = context;
  return words.sentence(first.charAt(0).toLocaleUpperCase(locale) + first.slice(1), others);
}

/** The same as parts of a longer sentence. `marked` says which members' marks it asks for. */
export function conditionClauses(
  { gives, tiers, tags, dates = {}, earlier = [], limits = [], stock, validDays }: Conditional,
  context: NamingContext,
  marked: (tags: string) => string,
): string[] {
  const words = rewardWords[context.locale];
  const tierName = nameIn(context.tiers);
  const off = gives.kind === "amountOff" || gives.kind === "percentOff" ? gives : null;
  const { from, to } = dates;
  const clauses = [
    off?.productTypes && words.onlyTypes(words.list(off.productTypes.map(nameIn(context.productTypes)))),
    off?.minimumSpend && words.minimum(moneyIn(context)(off.minimumSpend)),
    tiers && words.onlyTiers(words.list(tiers.map(tierName))),
    tags && marked(words.list(tags)),
    (from || to) && words.dates(dayIn(context, from), dayIn(context, to)),
    ...earlier.map((one) => words.earlier(tierName(one.tier), dayIn(context, one.from) ?? "")),
    ...limits.map(({ count, per }) => words.limit(count, per)),
    stock !== undefined && words.stock(formatPoints(stock, context.locale)),
    // An experience is had on its evening; nobody holds a voucher for what was given to a cause.
    validDays !== undefined &&
      gives.kind !== "experience" &&
      gives.kind !== "donation" &&
      words.valid(validDays),
  ];
  return clauses.filter((clause) => typeof clause === "string");
}

const moneyIn =
  ({ currency, locale }: NamingContext) =>
  (minor: number): string =>
    formatMoney(minor, currency, locale, { trim: true });

function dayIn({ locale }: NamingContext, day: string | undefined): string | null {
  if (day === undefined) return null;
  const days = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "tr", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return days.format(new Date(day));
}
