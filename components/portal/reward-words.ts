import type { useTranslations } from "next-intl";
import { formatDayNear, formatDayOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import type { RewardShown } from "./reward-shown";

type Words = ReturnType<typeof useTranslations<"portal.rewards">>;

/** Nothing is missing but the choice of an evening, and there is one. */
export const isAtEvenings = ({ missing, evening }: Pick<RewardShown, "missing" | "evening">): boolean =>
  evening !== null && missing.length === 1 && missing[0]?.kind === "evening";

/** When an experience is had next and whether there is a place; null for what is had at no evening. */
export function nextEveningWords(
  { gives, evening }: Pick<RewardShown, "gives" | "evening">,
  t: Words,
  { zone, locale }: { zone: string; locale: string },
): string | null {
  if (gives.kind !== "experience") return null;
  if (!evening) return t("next.none");
  const { free, waiting, waitingList } = evening;
  const at = new Date(evening.startsAt);
  const when = {
    day: unbroken(formatDayOf(at, zone, locale, "brief")),
    time: formatTime(at, zone, locale),
  };
  if (free > 0) return t("next.free", { ...when, free });
  if (waiting > 0) return t("next.waiting", { ...when, waiting });
  return t(waitingList ? "next.list" : "next.full", when);
}

/** What stands between a customer and a reward, as its two short lines: "216 to go", "about 5 visits". */
export function missingWords(
  reward: RewardShown,
  t: Words,
  { locale, today }: { locale: string; today: string },
): [string, string | null] {
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
      return [
        other.again ? t("again", { day: unbroken(formatDayNear(other.again, locale, today)) }) : t("never"),
        null,
      ];
    default:
      // Points are there, and no evening is.
      if (!toGo) return [t("next.later"), null];
      return [t("toGo", { points: toGo.points }), toGo.visits ? t("visits", { visits: toGo.visits }) : null];
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
