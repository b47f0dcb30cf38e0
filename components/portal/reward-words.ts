import type { useTranslations } from "next-intl";
import { formatDay, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import type { RewardShown } from "./reward-shown";

type Words = ReturnType<typeof useTranslations<"portal.rewards">>;

/** Nothing is missing but the choice of an evening. */
export const isAtEvenings = ({ missing }: Pick<RewardShown, "missing">): boolean =>
  missing.length === 1 && missing[0]?.kind === "evening";

/** What stands between a customer and a reward, as its two short lines: "216 to go", "about 5 visits". */
export function missingWords(reward: RewardShown, t: Words, locale: string): [string, string | null] {
  const { toGo, missing } = reward;
  const other = missing.find((one) => one.kind !== "points" && one.kind !== "evening");
  switch (other?.kind) {
    case "stock":
      return [t("out"), null];
    case "tier":
      return [
        t("tier", { tiers: new Intl.ListFormat(locale, { type: "disjunction" }).format(other.tiers) }),
        null,
      ];
    case "limit":
      return [other.again ? t("again", { day: unbroken(formatDay(other.again, locale)) }) : t("never"), null];
    default:
      return [
        t("toGo", { points: toGo?.points ?? 0 }),
        toGo?.visits ? t("visits", { visits: toGo.visits }) : null,
      ];
  }
}

/** The small print of a reward, a fact a line. */
export function rewardFacts(
  reward: RewardShown,
  t: Words,
  place: { locale: string; currency: string },
): string[] {
  const { gives, donated, conditions, prepared, terms, description } = reward;
  return [
    description,
    gives.kind === "donation" && donated !== null
      ? donated === 0
        ? t("donatedFirst", { cause: gives.cause })
        : t("donated", {
            amount: formatMoney(donated, place.currency, place.locale, { trim: true }),
            cause: gives.cause,
          })
      : null,
    conditions,
    prepared ? t("prepared") : null,
    terms,
  ].filter((line) => line !== null);
}
