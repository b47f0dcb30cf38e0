import type { useTranslations } from "next-intl";
import { formatCard } from "@/lib/kernel/card-number";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { StoryEvent, StoryRow } from "@/lib/timeline/domain/story";

/** What the sentences are made of. */
export interface Telling {
  t: ReturnType<typeof useTranslations<"members.story">>;
  /** How somebody joined. */
  via: ReturnType<typeof useTranslations<"members.via">>;
  /** "47 points", by the shop's name for them. */
  points(count: number): string;
  locale: string;
  zone: string;
  currency: string;
}

const vias = ["staff", "api", "import", "customer", "purchase", "web", "cli", "job"] as const;
const tierReasons = [
  "enrolled",
  "edited",
  "locked",
  "unlocked",
  "merged",
  "unmerged",
  "reached",
  "lapsed",
  "refunded",
  "program",
] as const;

/** One sentence for whatever happened. */
export function sentenceOf(event: StoryEvent, telling: Telling): string {
  const { t, via, locale, zone, currency } = telling;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  switch (event.kind) {
    case "purchase": {
      const names = [...new Set(event.lines.map(({ name }) => name))];
      return t("bought", { names: fewOf(names, telling), amount: money(event.amount) });
    }
    case "refund":
      return event.names.length > 0
        ? t("givenBack", { names: fewOf(event.names, telling), amount: money(event.amount) })
        : t("givenBackPlain", { amount: money(event.amount) });
    case "points":
      return event.entry === "expire" && event.points > 0
        ? t("points.expireBack")
        : t(`points.${event.entry}`, { name: event.other ?? t("another") });
    case "reward": {
      const { name, quantity, source } = event;
      return t(`reward.${source}`, { name: quantity > 1 ? t("quantity", { count: quantity, name }) : name });
    }
    case "voucher":
      return t(`voucher.${event.how}`, { name: event.name });
    case "activity":
      return t(`activity.${event.status}`, { name: event.name });
    case "tier": {
      const reason = tierReasons.find((one) => one === event.reason) ?? "other";
      return t(`tier.${reason}`, { tier: event.tier ?? t("noTier") });
    }
    case "note":
      return t("note", { text: event.text });
    case "mail":
      return t(`mail.${event.status}`, { subject: event.subject });
    case "consent":
      return t(event.given ? "consent.given" : "consent.taken");
    case "merge":
    case "parting":
      return t(event.kind, { card: formatCard(event.card) });
    case "place": {
      const day = formatDayOf(new Date(event.startsAt), zone, locale);
      return t(`place.${event.what}`, { event: event.event, day });
    }
    case "joined":
      return t("joined", { via: via(vias.find((one) => one === event.via) ?? "other") });
  }
}

const shown = 3;

function fewOf(names: string[], { t }: Telling): string {
  const few = names.length > shown + 1 ? names.slice(0, shown) : names;
  const text = few.join(", ");
  return few.length < names.length ? t("others", { names: text, count: names.length - few.length }) : text;
}

/** What else there is to say of it, each a sentence or a phrase of its own. */
export function detailsOf(event: StoryEvent, { t, points, locale, currency }: Telling): string[] {
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const said = (text: string | null) => (text ? [text] : []);
  switch (event.kind) {
    case "purchase":
      return [
        ...(event.tendered > 0 ? [t("tendered", { points: points(event.tendered) })] : []),
        ...(event.refunded > 0 ? [t("cameBack", { amount: money(event.refunded) })] : []),
      ];
    case "refund":
      return event.writtenOff > 0 ? [t("writtenOff", { points: points(event.writtenOff) })] : [];
    case "points":
      return [...said(event.reason), ...said(event.reference)];
    case "reward":
      return said(event.reason);
    case "voucher":
      return said(event.reference);
    case "activity":
      return [
        ...(event.status === "recorded" && !event.counted ? [t("notCounted")] : []),
        ...said(event.reason),
      ];
    case "tier":
      return said(event.note);
    case "note":
      return event.edited ? [t("edited")] : [];
    case "consent":
      return [event.wording];
    default:
      return [];
  }
}

export function whoOf({ by }: StoryRow, { t }: Telling): string | null {
  if (by?.as === "self") return t("by.self");
  if (!by?.name) return null;
  return t(by.as === "key" ? "by.key" : "by.person", { name: by.name });
}

/** What it moved; null where no points were meant to. */
export function movedBy(event: StoryEvent, locale: string): string | null {
  const figure = (points: number) => formatPoints(points, locale, { signed: true });
  switch (event.kind) {
    case "purchase":
      return figure(event.points - event.tendered);
    case "refund":
      return figure(event.returned - event.taken);
    case "points":
      // What is released was counted when it was earned: what it brings is what the balance gained.
      return figure(event.entry === "release" ? event.points : event.points + event.pending);
    case "activity":
      return event.status === "recorded" ? figure(event.points) : null;
    case "reward":
    case "place":
      return event.points > 0 ? figure(-event.points) : null;
    default:
      return null;
  }
}
