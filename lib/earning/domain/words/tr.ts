import { countWord } from "@/lib/kernel/count-words";
import { clockWords } from "@/lib/kernel/i18n/day-words";
import type { CapPeriod } from "@/lib/program/schemas";
import type { MissedReason } from "../types";
import type { ConditionWords, Words } from "./words";

const and = new Intl.ListFormat("tr", { type: "conjunction" });
const or = new Intl.ListFormat("tr", { type: "disjunction" });
const quoted = (name: string): string => `“${name}”`;
const period: Record<CapPeriod, string> = {
  day: "günde",
  week: "haftada",
  month: "ayda",
  year: "yılda",
  ever: "toplamda",
};
const count = (n: number) => countWord(n, "tr");
const days = ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"];
const dayText = new Intl.DateTimeFormat("tr", { dateStyle: "long", timeZone: "UTC" });

const multiples: Record<number, string> = {
  15000: "bir buçuk katı",
  20000: "iki katı",
  30000: "üç katı",
};
const why: Record<Exclude<MissedReason, "minimumSpend">, string> = {
  hours: "saati tutmadı",
  weekday: "günü tutmadı",
  tier: "seviyesi tutmadı",
  channel: "satış yeri tutmadı",
};
const times = (factor: number, figure: string): string => multiples[factor] ?? `${figure} katı`;

export const tr: Words = {
  list: (names) => and.format(names),
  anyOf: (names) => or.format(names),
  channels: { store: "kasa", online: "internet mağazası" },
  quoted,
  many: "puan",
  points: (figure) => `${figure} puan`,

  sentence: (head, clauses) => (clauses.length === 0 ? `${head}.` : `${head}: ${clauses.join("; ")}.`),
  forType: (figure, type) => `${type} için ${figure}`,
  forAmount: (figure, amount, type) => `${amount} tutarında ${type} için ${figure}`,
  forReason: (figure, reason) => `${reason} için ${figure}`,
  times,
  timesForTiers: (text, tiers) => `${tiers} seviyesi için ${text}`,
  timesByRule: (text, name) => `${quoted(name)} ile ${text}`,
  more: (figure, text) => `tümü ${text}, ${figure} daha`,
  moreForType: (figure, type, text) => `${type}, ${text}: ${figure} daha`,
  capped: (figure, limit, per, rule) =>
    rule === null
      ? `${period[per]} en çok ${limit} verildiği için ${figure} eksik`
      : `${quoted(rule)} ${period[per]} en çok ${limit} verdiği için ${figure} eksik`,
  overOften: (figure, activity, often) => `${quoted(activity)} ${often} sayıldığı için ${figure} eksik`,
  overBudget: (figure, rule) => `${quoted(rule)} bütçesi dolduğu için ${figure} eksik`,
  excluded: (type) => `${type} kazandırmaz`,
  tender: (amount, points) => `${points} ile ödenen ${amount} kazandırmaz`,
  missed: (figure, name, reason, missing) =>
    `${quoted(name)} ${figure} daha kazandırırdı: ${reason === "minimumSpend" ? `${missing ?? ""} eksik kaldı` : why[reason]}.`,

  rowCapped: (limit, per, rule) =>
    rule === null ? `${capital(period[per])} en çok ${limit}` : `${rule}: ${period[per]} en çok ${limit}`,
  rowOften: (activity, often) => `${activity}: ${often}`,
  rowBudget: (rule) => `${rule}: bütçesi doldu`,
  rowTender: (amount, points) => `${capital(points)} ile ödenen, ${amount}`,

  reason: (when) => {
    const { hours, weekdays, minimumSpend, firstPurchase, ...rest } = when;
    if (Object.keys(rest).length > 0) return null;
    if (firstPurchase) return "ilk alışveriş";
    if (minimumSpend) return hours || weekdays ? null : `en az ${minimumSpend} harcama`;
    if (hours) return `${hoursOf(hours)} ziyaret`;
    return weekdays ? `${weekdaysOf(weekdays)} ziyaret` : null;
  },

  conditions: ({ hours, weekdays, dates, tiers, channels, firstPurchase, minimumSpend }) => {
    const when = [weekdays && weekdaysOf(weekdays), hours && hoursOf(hours)].filter(
      (text) => text !== undefined,
    );
    return [
      dates && datesOf(dates),
      when.length > 0 && when.join(" "),
      tiers && `${tiers} seviyesi için`,
      channels && `yalnız şuradan: ${channels}`,
      firstPurchase && "ilk alışverişte",
      minimumSpend && `en az ${minimumSpend} harcandığında`,
    ].filter((text) => typeof text === "string");
  },
  rate: (per, types, points) => `${types ? `${types} için ` : ""}harcanan her ${per}, ${points} kazandırır`,
  noRate: (types) => (types ? `${types} kazandırmaz` : "bir şey kazanılmaz"),
  bonus: (types, points, when) => `${subjectOf(types, when)} ${points} daha kazandırır`,
  multiplier: (types, factor, figure) =>
    `${types ? `${types} için ` : ""}kazanılanın ${times(factor, figure)} verilir`,
  often: (n, per) => (per === "ever" ? `yalnız ${count(n)} kez` : `${period[per]} ${count(n)} kez`),
  atMost: (points, per) => `${period[per]} en çok ${points} olmak üzere`,
  budget: (points) => `${points} dağıtılana kadar`,
  held: (n) => (n === 0 ? "bekletilmeden" : `${count(n)} gün bekletilerek`),
  activity: (name, points) =>
    points === null ? `${quoted(name)} sayılır` : `${quoted(name)} ${points} kazandırır`,
  counted: (name) => `${quoted(name)} sayıldı`,
  told: (by) =>
    `kaydeden: ${or.format(by.map((one) => ({ staff: "ekip", api: "programlar", card: "kartında üyenin kendisi" })[one]))}`,
  approved: () => "onaylandığında",
  multiplied: () => "seviyenin çarpanıyla",
  // The verb comes last, so the limits stand before it.
  rule: (conditions, core, limits) => `${capital([...conditions, ...limits, core].join(", "))}.`,
};

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("tr") + text.slice(1);

function subjectOf(
  types: string | null,
  { firstPurchase, minimumSpend }: Pick<ConditionWords, "firstPurchase" | "minimumSpend">,
): string {
  const what = firstPurchase ? "ilk alışveriş" : minimumSpend ? "her alışveriş" : "her ziyaret";
  if (!minimumSpend) return types ? `${types} alınan ${what}` : what;
  return types
    ? `en az ${minimumSpend} tutarında ${types} alınan ${what}`
    : `en az ${minimumSpend} tutarındaki ${what}`;
}

function hoursOf({ from, to }: NonNullable<ConditionWords["hours"]>): string {
  if (from === "00:00" && to !== "24:00") return `saat ${clockWords(to)} öncesi`;
  if (to === "24:00") return `saat ${clockWords(from)} sonrası`;
  return `saat ${clockWords(from)} ile ${clockWords(to)} arası`;
}

function weekdaysOf(weekdays: readonly number[]): string {
  const text = weekdays.join("");
  if (text === "12345") return "hafta içi";
  if (text === "67") return "hafta sonu";
  if (text === "1234567") return "her gün";
  const names = and.format(weekdays.map((day) => days[day - 1] ?? ""));
  return `${names} ${weekdays.length === 1 ? "günü" : "günleri"}`;
}

function datesOf({ from, to }: NonNullable<ConditionWords["dates"]>): string {
  const [first, last] = [from, to].map((day) => day && dayText.format(new Date(day)));
  if (first && last) return first === last ? `${first} günü` : `${first} ile ${last} arasında`;
  return first ? `${first} gününden başlayarak` : `${last} gününe kadar`;
}
