import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { PriceList } from "@/components/ui/price-list";
import { localDate } from "@/lib/kernel/calendar";
import { formatDayNear } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { CustomerEntry, HistoryPlace } from "./history-entry";

/** The newest award: when, how many and what for, opening into how that adds up. */
export function LastAward({
  entry,
  place: { zone, locale, today, points: name },
  yesterday,
}: {
  entry: CustomerEntry;
  place: HistoryPlace;
  yesterday: string;
}) {
  const t = useTranslations("portal.card");
  const date = localDate(new Date(entry.occurredAt), zone);
  const points = name.count(entry.points + entry.pending);
  const title =
    date === today
      ? t("lastToday", { points })
      : date === yesterday
        ? t("lastYesterday", { points })
        : t("lastOn", { day: formatDayNear(date, locale, today), points });
  const explanation = (entry.purchase ?? entry.activity)?.explanation;
  if (!explanation) return <p className="font-strong">{title}</p>;
  return (
    <Disclosure
      panel
      summary={
        <>
          <p className="font-strong">{title}</p>
          <p className="text-ink-2">{partsOf(explanation.sentence)}</p>
        </>
      }
    >
      <PriceList
        size="reading"
        items={explanation.rows.map((line, index) => ({
          key: String(index),
          label: line.label,
          value: formatPoints(line.points, locale, { signed: line.sub }),
          derived: line.sub,
        }))}
        sum={{ label: name.Many, value: formatPoints(entry.points + entry.pending, locale) }}
      />
      {explanation.missed.map((sentence) => (
        <p key={sentence} className="mt-2 text-small text-ink-2">
          {sentence}
        </p>
      ))}
    </Disclosure>
  );
}

/** "47 points: 32 for coffee; 10 for börek." without what the title says already. */
function partsOf(sentence: string): string {
  const [, parts] = /^[^:]*: (.+)$/s.exec(sentence) ?? [];
  return parts ?? sentence;
}
