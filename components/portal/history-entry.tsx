import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { PriceList } from "@/components/ui/price-list";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay, formatTime } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";

/** An entry as a customer's page knows it: plain data. */
export interface CustomerEntry {
  seq: number;
  kind: string;
  points: number;
  pending: number;
  balance: number;
  occurredAt: string;
  reason: string | null;
  reference: string | null;
  purchase: { names: string[]; version: number; explanation: Explained | null } | null;
  activity: { name: string; version: number; explanation: Explained | null } | null;
}

interface Explained {
  sentence: string;
  rows: { label: string; points: number; sub?: boolean }[];
  missed: string[];
}

const titles = {
  release: "release",
  refund: "refund",
  spend: "spend",
  return: "return",
  adjust: "adjust",
  "gift-out": "giftOut",
  "gift-in": "giftIn",
  "write-off": "writeOff",
  forfeit: "forfeit",
  undo: "undo",
} as const;

/** One movement: day, what, how many; an award opens into why. */
export function HistoryEntry({
  entry,
  zone,
  locale,
}: {
  entry: CustomerEntry;
  zone: string;
  locale: string;
}) {
  const t = useTranslations("portal.history");
  const at = new Date(entry.occurredAt);
  const award = entry.purchase ?? entry.activity;
  const explanation = award?.explanation;
  const held = entry.kind === "earn" && entry.pending !== 0;
  const moved = entry.kind === "release" ? entry.points : entry.points + entry.pending;
  const row = (
    <div className="grid grid-cols-[52px_minmax(0,1fr)_auto] gap-x-2 py-2">
      <Day date={localDate(at, zone)} locale={locale} />
      <div className="min-w-0">
        <p className="font-strong wrap-break-word">{titleOf(entry, t)}</p>
        <p className="text-body text-ink-2 wrap-break-word">
          {[formatTime(at, zone, locale), detailOf(entry, t)].filter(Boolean).join(", ")}
        </p>
      </div>
      <div className="text-right">
        <p className="font-strong">{formatPoints(moved, locale, { signed: true })}</p>
        <p className="text-body text-ink-2">{held ? t("onTheWay") : formatPoints(entry.balance, locale)}</p>
      </div>
    </div>
  );
  // As far from the edge as a row that opens.
  if (!explanation || !award) return <div className="pr-3">{row}</div>;
  const total = explanation.rows.reduce((sum, line) => sum + line.points, 0);
  return (
    <Disclosure summary={row} panel chevron={false} name="history">
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
          sum={{ label: t("sum"), value: formatPoints(total, locale) }}
        />
      </div>
      <div className="mt-3 grid gap-1 text-small text-ink-2">
        {explanation.missed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{t("byRules", { version: award.version })}</p>
      </div>
    </Disclosure>
  );
}

function Day({ date, locale }: { date: string; locale: string }) {
  const noon = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(noon);
  return (
    <time dateTime={date} title={formatDay(date, locale, "long")}>
      <span className="block font-strong">{part({ weekday: "short" })}</span>
      <span className="block text-body text-ink-2">{part({ day: "numeric", month: "short" })}</span>
    </time>
  );
}

type Words = ReturnType<typeof useTranslations<"portal.history">>;

function titleOf(entry: CustomerEntry, t: Words): string {
  if (entry.kind === "earn") return entry.activity?.name || entry.purchase?.names.join(", ") || t("earned");
  if (entry.kind === "refund" && entry.activity) return t("takenBack", { name: entry.activity.name });
  if (entry.kind === "expire") return entry.points > 0 ? t("expireBack") : t("expire");
  if (entry.kind === "spend" && entry.reference) return entry.reference;
  const key = titles[entry.kind as keyof typeof titles];
  return key ? t(key) : entry.kind;
}

function detailOf(entry: CustomerEntry, t: Words): string | null {
  if (entry.kind === "refund" && !entry.activity) return entry.purchase?.names.join(", ") ?? t("reverses");
  return entry.reason;
}
