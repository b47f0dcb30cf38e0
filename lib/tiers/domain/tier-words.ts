import { countWord } from "@/lib/kernel/count-words";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { Progress, TierProjection } from "./project-tier";
import type { Metric } from "./types";

export interface TierWordsContext {
  locale: "en" | "tr";
  currency: string;
  /** Whom it is said about; left out, it is said to them. */
  who?: string;
  tiers: readonly { key: string; name: string }[];
}

export interface TierInWords {
  /** What keeps the tier, or what reaches the next one: the one sentence of a card. Null where there is nothing to say. */
  headline: string | null;
  /** Until when the tier is kept. */
  standing: string | null;
  keep: string | null;
  next: string | null;
  /** What a purchase that is about to be recorded leaves to do; null when it changes nothing that can be told. */
  afterVisit: string | null;
  /** "14 of 20 visits since 1 August", of what the headline is about. */
  counted: string | null;
}

interface How {
  many: boolean;
  who: string | undefined;
}

interface Words {
  count(metric: Metric, count: number, figure: string): string;
  keep(what: string, day: string | null, tier: string, how: How): string;
  grace(what: string, ended: string, day: string | null, tier: string): string;
  next(what: string, tier: string): string;
  nextBy(what: string, day: string, tier: string, how: How): string;
  afterVisit(what: string, tier: string): string;
  reaches(tier: string): string;
  keeps(tier: string): string;
  until(tier: string, day: string): string;
  graceUntil(tier: string, day: string): string;
  forGood(tier: string): string;
  counted(done: string, need: string, unit: string, from: string | null): string;
  unit(metric: Metric, count: number): string;
}

const units: Record<Metric, [one: string, many: string]> = {
  spend: ["spent", "spent"],
  points: ["point", "points"],
  visits: ["visit", "visits"],
  activities: ["activity", "activities"],
};
const birimler: Record<Metric, string> = {
  spend: "harcama",
  points: "puan",
  visits: "ziyaret",
  activities: "etkinlik",
};

const en: Words = {
  count: (metric, count, figure) =>
    metric === "spend" ? figure : `${figure} ${units[metric][count === 1 ? 0 : 1]}`,
  keep: (what, day, tier, { many, who = "you" }) =>
    `${what}${day ? ` by ${day}` : ""} ${many ? "keep" : "keeps"} ${who} ${tier}.`,
  grace: (what, ended, day, tier) => `${tier} ended on ${ended}. ${what} by ${day ?? ended} keep it.`,
  next: (what, tier) => `${what} from ${tier}.`,
  nextBy: (what, day, tier, { many, who = "you" }) =>
    `${what} by ${day} ${many ? "make" : "makes"} ${who} ${tier}.`,
  afterVisit: (what, tier) => `${what} from ${tier}, once this one is recorded.`,
  reaches: (tier) => `This visit reaches ${tier}.`,
  keeps: (tier) => `This visit keeps ${tier}.`,
  until: (tier, day) => `${tier} until ${day}.`,
  graceUntil: (tier, day) => `${tier} until ${day}, the last day of grace.`,
  forGood: (tier) => `${tier}, without an end.`,
  counted: (done, need, unit, from) => `${done} of ${need} ${unit}${from ? ` since ${from}` : ""}`,
  unit: (metric, count) => units[metric][count === 1 ? 0 : 1],
};

const tr: Words = {
  count: (metric, _, figure) => (metric === "spend" ? `${figure} harcama` : `${figure} ${birimler[metric]}`),
  keep: (what, day, tier, { who }) =>
    `${day ? `${day} tarihine kadar ` : ""}${what}, ${tier} ${who ? "seviyesini" : "seviyenizi"} korur.`,
  grace: (what, ended, day, tier) =>
    `${tier} süresi ${ended} tarihinde doldu. ${day ?? ended} tarihine kadar ${what} onu korur.`,
  next: (what, tier) => `${tier} seviyesine ${what} kaldı.`,
  nextBy: (what, day, tier, { who }) =>
    `${day} tarihine kadar ${what} ${who ? "" : "sizi "}${tier} seviyesine çıkarır.`,
  afterVisit: (what, tier) => `Bu alışveriş kaydedilince ${tier} seviyesine ${what} kalacak.`,
  reaches: (tier) => `Bu alışverişle ${tier} seviyesine çıkılıyor.`,
  keeps: (tier) => `Bu alışverişle ${tier} seviyesi korunuyor.`,
  until: (tier, day) => `${day} tarihine kadar ${tier}.`,
  graceUntil: (tier, day) => `${day} tarihine kadar ${tier}; bu, ek sürenin son günü.`,
  forGood: (tier) => `${tier}, süresiz.`,
  counted: (done, need, unit, from) => `${unit}: ${done} / ${need}${from ? `, ${from} gününden beri` : ""}`,
  unit: (metric) => capital(birimler[metric], "tr"),
};

const dictionaries = { en, tr };

/** A member's standing as people say it: "Six visits by 31 January keep you Gold." */
export function tierInWords(projection: TierProjection, context: TierWordsContext): TierInWords {
  const { locale } = context;
  const words = dictionaries[locale];
  const { tier, until, grace, keep, next } = projection;
  const name = tier === null ? null : nameOf(tier, context);
  const said = {
    keep: keep && name ? sayKeep(keep, projection, name, context) : null,
    next: next && sayNext(next, context),
  };
  const shown = keep ?? next;
  return {
    headline: said.keep ?? said.next,
    standing:
      name === null
        ? null
        : grace
          ? words.graceUntil(name, formatDay(grace, locale))
          : until
            ? words.until(name, formatDay(until, locale, "full"))
            : words.forGood(name),
    ...said,
    afterVisit: afterVisit(projection, context),
    counted: shown && sayCounted(shown, context),
  };
}

function sayKeep(
  keep: Progress,
  { grace, until }: TierProjection,
  name: string,
  context: TierWordsContext,
): string {
  const { locale } = context;
  const words = dictionaries[locale];
  const what = sayMissing(keep, context);
  const by = keep.by && formatDay(keep.by, locale);
  if (grace && until) return words.grace(capital(what, locale), formatDay(until, locale), by, name);
  return capital(
    words.keep(locale === "en" ? capital(what, locale) : what, by, name, howOf(keep, context)),
    locale,
  );
}

function sayNext(next: Progress, context: TierWordsContext): string {
  const { locale } = context;
  const words = dictionaries[locale];
  const what = sayMissing(next, context);
  const name = nameOf(next.tier, context);
  const text = next.by
    ? words.nextBy(what, formatDay(next.by, locale), name, howOf(next, context))
    : words.next(what, name);
  return capital(text, locale);
}

/** The purchase that is being recorded is one visit; what else it counts is known only when it is decided. */
function afterVisit({ keep, next }: TierProjection, context: TierWordsContext): string | null {
  const words = dictionaries[context.locale];
  const shown = next?.metric === "visits" ? next : keep?.metric === "visits" ? keep : null;
  if (!shown) return null;
  const name = nameOf(shown.tier, context);
  if (shown.missing === 1) return shown === next ? words.reaches(name) : words.keeps(name);
  if (shown !== next) return null;
  const what = sayMissing({ ...shown, missing: shown.missing - 1 }, context);
  return capital(words.afterVisit(what, name), context.locale);
}

const howOf = ({ metric, missing }: Progress, { who }: TierWordsContext): How => ({
  many: metric !== "spend" && missing !== 1,
  who,
});

function sayMissing({ metric, missing }: Progress, { locale, currency }: TierWordsContext): string {
  const words = dictionaries[locale];
  // Points and money are always digits, other counts to ten are words.
  const figure =
    metric === "spend"
      ? formatMoney(missing, currency, locale, { trim: true })
      : metric === "points"
        ? formatPoints(missing, locale)
        : countWord(missing, locale);
  return words.count(metric, missing, figure);
}

function sayCounted({ metric, done, need, from }: Progress, { locale, currency }: TierWordsContext): string {
  const words = dictionaries[locale];
  const figure = (count: number) =>
    metric === "spend" ? formatMoney(count, currency, locale, { trim: true }) : formatPoints(count, locale);
  return words.counted(figure(done), figure(need), words.unit(metric, need), from && formatDay(from, locale));
}

const nameOf = (key: string, { tiers }: TierWordsContext): string =>
  tiers.find((tier) => tier.key === key)?.name ?? key;

const capital = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
