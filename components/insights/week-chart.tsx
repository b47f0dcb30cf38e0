import { useLocale, useTranslations } from "next-intl";
import { BarsAgainstUsual } from "@/components/charts/bars-against-usual";
import { ChartFigure } from "@/components/charts/chart-figure";
import { DottedFigure } from "@/components/ui/dotted-figure";
import type { DayAgainstUsual } from "@/lib/insights/domain/usual-days";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";

const tableId = "figures-week";

/** The last seven days against what such days usually bring; never why. */
export function WeekChart({ week, most }: { week: DayAgainstUsual[]; most: DayAgainstUsual | null }) {
  const t = useTranslations("overview.week");
  const all = useTranslations("overview");
  const locale = useLocale();
  const figure = (count: number) => formatPoints(count, locale);
  const known = week.some((day) => day.usual !== null);
  const apart = most ? most.count - (most.usual ?? 0) : 0;
  const others = week.filter((day) => day.standsOut && day !== most).length;
  const total = week.reduce((sum, day) => sum + day.count, 0);
  const usual = week.reduce((sum, day) => sum + (day.usual ?? day.count), 0);
  return (
    <ChartFigure
      size="section"
      title={t.rich("answer", {
        form: most ? (apart > 0 ? "more" : "fewer") : known ? "usual" : "unknown",
        day: most ? formatDay(most.day, locale, "weekdayLong") : "",
        count: Math.abs(most ? apart : total),
        points: figure(Math.abs(most ? apart : total)),
        figure: (words) => <DottedFigure href={`#${tableId}`}>{words}</DottedFigure>,
      })}
      caption={
        known
          ? t("caption", {
              others: most ? others : -1,
              count: total,
              points: figure(total),
              usual: figure(usual),
            })
          : t("captionUnknown")
      }
      tableId={tableId}
      tableLabel={all("table")}
      table={{
        head: [t("head.day"), t("head.purchases"), t("head.usual")],
        rows: week.toReversed().map((day) => ({
          key: day.day,
          cells: [
            formatDay(day.day, locale, "long"),
            figure(day.count),
            day.usual === null ? "" : figure(day.usual),
          ],
        })),
      }}
    >
      <BarsAgainstUsual
        label={t("chart")}
        usual={t("usual")}
        bars={week.map((day) => ({
          key: day.day,
          label: formatDay(day.day, locale, "weekday"),
          value: day.count,
          usual: day.usual ?? undefined,
          text: day === most ? figure(day.count) : undefined,
          main: day === most,
          title: t("bar", {
            day: formatDay(day.day, locale, "long"),
            count: figure(day.count),
            usual: day.usual === null ? "" : figure(day.usual),
            known: day.usual === null ? "no" : "yes",
          }),
        }))}
      />
    </ChartFigure>
  );
}
