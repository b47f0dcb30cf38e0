import { useLocale, useTranslations } from "next-intl";
import { BarsByDay } from "@/components/charts/bars-by-day";
import { ChartFigure } from "@/components/charts/chart-figure";
import { DottedFigure } from "@/components/ui/dotted-figure";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { Moved } from "./moved";

const series = ["issued", "redeemed", "expired"] as const;

/** What came in and what went out, by day or by week. */
export function MovedChart({ moved, say }: { moved: Moved; say: (points: number) => string }) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const grew = (moved.days.at(-1)?.outstanding ?? 0) - moved.before;
  const figure = (points: number) => formatPoints(points, locale);
  const short = new Intl.NumberFormat(locale, { notation: "compact" });
  const days = (bar: Moved["bars"][number]) =>
    bar.from === bar.to
      ? formatDay(bar.to, locale, "day")
      : [bar.from, bar.to].map((day) => formatDay(day, locale, "short")).join("–");
  // A day that gives back more than was spent has nothing to hang below the line.
  const shown = (bar: Moved["bars"][number]) =>
    Object.fromEntries(series.map((one) => [one, Math.max(0, bar.totals[one])]));
  return (
    <ChartFigure
      size="section"
      title={t.rich("moves", {
        sign: grew > 0 ? "more" : grew < 0 ? "less" : "same",
        points: say(Math.abs(grew)),
        figure: (words) => <DottedFigure href="#count">{words}</DottedFigure>,
      })}
      caption={t("movesCaption", { size: moved.days.length > 30 ? 7 : 1 })}
      tableLabel={t("table")}
      table={{
        head: [t("head.day"), t("head.issued"), t("head.redeemed"), t("head.expired")],
        rows: moved.bars.toReversed().map((bar) => ({
          key: bar.to,
          cells: [days(bar), ...series.map((one) => figure(bar.totals[one]))],
        })),
      }}
    >
      <BarsByDay
        label={t("movesChart", { from: formatDay(moved.from, locale), to: formatDay(moved.to, locale) })}
        days={moved.bars.map((bar) => ({
          key: bar.to,
          label: formatDay(bar.to, locale, "short"),
          values: shown(bar),
          title: t("barTitle", {
            day: days(bar),
            issued: figure(bar.totals.issued),
            redeemed: figure(bar.totals.redeemed),
            expired: figure(bar.totals.expired),
          }),
        }))}
        series={[
          { key: "issued", label: t("series.issued"), side: "up", main: true },
          { key: "redeemed", label: t("series.redeemed"), side: "down" },
          { key: "expired", label: t("series.expired"), side: "down" },
        ]}
        format={(value) => short.format(value)}
        height={196}
      />
    </ChartFigure>
  );
}
