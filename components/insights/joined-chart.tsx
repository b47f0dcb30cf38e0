import { useLocale, useTranslations } from "next-intl";
import { BarsByDay } from "@/components/charts/bars-by-day";
import { ChartFigure } from "@/components/charts/chart-figure";
import { DottedFigure } from "@/components/ui/dotted-figure";
import type { Span } from "@/lib/insights/domain/span";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";

/** Weeks that are drawn: a season. */
const drawn = 13;

/** How many joined, and how it was before. */
export function JoinedChart({
  now,
  before,
  weeks,
  href,
}: {
  now: Span;
  before: Span | null;
  weeks: Span[];
  href: string;
}) {
  const t = useTranslations("overview.joined");
  const all = useTranslations("overview");
  const locale = useLocale();
  const figure = (count: number) => formatPoints(count, locale);
  const bars = weeks.slice(-drawn);
  return (
    <ChartFigure
      title={t.rich("answer", {
        count: now.enrolled,
        members: figure(now.enrolled),
        figure: (words) => <DottedFigure href={href}>{words}</DottedFigure>,
      })}
      caption={
        before ? t("caption", { count: before.enrolled, members: figure(before.enrolled) }) : t("first")
      }
      tableLabel={all("table")}
      table={{
        head: [all("head.week"), t("head.joined")],
        rows: weeks.toReversed().map((week) => ({
          key: week.to,
          cells: [formatDay(week.to, locale, "full"), figure(week.enrolled)],
        })),
      }}
    >
      <BarsByDay
        label={t("chart")}
        days={bars.map((week) => ({
          key: week.to,
          label: formatDay(week.to, locale, "short"),
          values: { joined: week.enrolled },
          title: t("bar", {
            day: formatDay(week.to, locale, "day"),
            count: week.enrolled,
            members: figure(week.enrolled),
          }),
        }))}
        series={[{ key: "joined", label: t("label"), side: "up", main: true }]}
        format={figure}
        height={150}
        stations={3}
      />
    </ChartFigure>
  );
}
