import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { Disclosure } from "@/components/ui/disclosure";
import { PriceList } from "@/components/ui/price-list";
import { TextLink } from "@/components/ui/text-link";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay, formatDayNearOf, formatDayOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { EntryKind } from "@/lib/points/domain/types";
import { entryNotes, entryTitle, pointingWords } from "./history-words";

/** An entry as a customer's page knows it: plain data. */
export interface CustomerEntry {
  seq: number;
  kind: EntryKind;
  points: number;
  pending: number;
  balance: number;
  occurredAt: string;
  reason: string | null;
  reference: string | null;
  purchase: { names: string[]; version: number; explanation: Explained | null } | null;
  activity: { name: string; explanation: Explained | null } | null;
  reverses: { seq: number; points: number; at: string } | null;
  lots: { availableAt: string; expiresAt: string | null } | null;
  rulesOf: string | null;
  gift: {
    other: string | null;
    status: "offered" | "accepted" | "declined" | "cancelled" | "expired";
    message: string | null;
  } | null;
}

interface Explained {
  sentence: string;
  rows: { label: string; points: number; sub?: boolean }[];
  missed: string[];
}

/** What the page knows beside the entry. */
export interface HistoryPlace {
  zone: string;
  locale: string;
  /** The shop's local day. */
  today: string;
  points: PointsName;
  /** `/c/<program>` */
  home: string;
}

/** One movement: day, what, how many; an award opens into why. */
export function HistoryEntry({
  entry,
  place,
  open,
}: {
  entry: CustomerEntry;
  place: HistoryPlace;
  open?: boolean;
}) {
  const t = useTranslations("portal.history");
  const { zone, locale } = place;
  const at = new Date(entry.occurredAt);
  const award = entry.purchase ?? entry.activity;
  const explanation = award?.explanation;
  const held = entry.kind === "earn" && entry.pending !== 0;
  const moved = entry.kind === "release" ? entry.points : entry.points + entry.pending;
  const row = (
    <div className="grid grid-cols-[44px_minmax(0,1fr)_auto] gap-x-2 py-2.5 xs:grid-cols-[50px_minmax(0,1fr)_auto]">
      <Day date={localDate(at, zone)} locale={locale} />
      <div className="min-w-0">
        <p className="font-strong wrap-break-word">{entryTitle(entry, t)}</p>
        <p className="text-body text-ink-2 wrap-break-word">
          <Detail entry={entry} place={place} time={formatTime(at, zone, locale)} />
        </p>
      </div>
      <div className="text-right">
        <p className="font-strong">{formatPoints(moved, locale, { signed: true })}</p>
        <p className="text-body text-ink-2">{held ? t("onTheWay") : formatPoints(entry.balance, locale)}</p>
      </div>
    </div>
  );
  // One that opens into nothing is marked where another points at it.
  if (!explanation) return open ? <div className="-mx-3 rounded-control bg-wash px-3">{row}</div> : row;
  const total = explanation.rows.reduce((sum, line) => sum + line.points, 0);
  return (
    <Disclosure summary={row} panel chevron={false} name="history" open={open}>
      <p className="text-title">{explanation.sentence}</p>
      <div className="mt-3">
        <PriceList
          size="reading"
          items={explanation.rows.map((line, index) => ({
            key: String(index),
            label: line.label,
            value: formatPoints(line.points, locale, { signed: line.sub }),
            derived: line.sub,
          }))}
          sum={{ label: place.points.Many, value: formatPoints(total, locale) }}
        />
      </div>
      <div className="mt-3 grid gap-1 text-small text-ink-2">
        {explanation.missed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <SmallPrint entry={entry} held={held} place={place} />
      </div>
    </Disclosure>
  );
}

/** By which rules, how long they wait, how long they are good for. */
function SmallPrint({ entry, held, place }: { entry: CustomerEntry; held: boolean; place: HistoryPlace }) {
  const t = useTranslations("portal.history");
  const { zone, locale, home, today } = place;
  const isOver = (instant: string) => localDate(new Date(Date.parse(instant) - 1), zone) < today;
  const day = (instant: string, before = 0) =>
    unbroken(formatDayOf(new Date(Date.parse(instant) - before), zone, locale, "full"));
  return (
    <p>
      {entry.rulesOf
        ? t.rich("byRules", {
            day: unbroken(formatDayNearOf(new Date(entry.rulesOf), place)),
            link: (words) => (
              <TextLink href={`${home}/how?version=${entry.purchase?.version}`}>{words}</TextLink>
            ),
          })
        : null}{" "}
      {held && entry.lots ? t("held", { day: day(entry.lots.availableAt) }) : null}{" "}
      {/* Points are good through the day before the instant at which they expire. */}
      {entry.lots?.expiresAt
        ? t(isOver(entry.lots.expiresAt) ? "expired" : "expires", { day: day(entry.lots.expiresAt, 1) })
        : null}
    </p>
  );
}

function Detail({ entry, place, time }: { entry: CustomerEntry; place: HistoryPlace; time: string }) {
  const t = useTranslations("portal.history");
  const notes = entryNotes(entry);
  const pointed = pointingWords(entry, place);
  if (!pointed) return [time, ...notes].join(", ");
  return (
    <>
      {t.rich(pointed.key, {
        ...pointed.values,
        link: (words) => (
          <TextLink href={`${place.home}/history?entry=${entry.reverses?.seq}`} className="touchable">
            {words}
          </TextLink>
        ),
      })}
      {notes.map((note) => `, ${note}`).join("")}
    </>
  );
}

function Day({ date, locale }: { date: string; locale: string }) {
  const noon = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(noon);
  return (
    <time dateTime={date} title={formatDay(date, locale, "long")}>
      <span className="block font-strong">{part({ weekday: "short" })}</span>
      <span className="block text-body text-ink-2">{part({ day: "numeric" })}</span>
    </time>
  );
}
