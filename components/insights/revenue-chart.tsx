import { useLocale, useTranslations } from "next-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { LineChart } from "@/components/charts/line-chart";
import { DottedFigure } from "@/components/ui/dotted-figure";
import type { Span } from "@/lib/insights/domain/span";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatMoney, minorUnits } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";

const tableId = "figures-revenue";

/** What members paid in thirty days, against the thirty before and a year ago. */
export function RevenueChart({
  now,
  before,
  yearAgo,
  weeks,
  currency,
}: {
  now: Span;
  /** Null while there were no such days. */
  before: Span | null;
  yearAgo: Span | null;
  weeks: Span[];
  currency: string;
}) {
  const t = useTranslations("overview.revenue");
  const all = useTranslations("overview");
  const locale = useLocale();
  const money = (minor: number) =>
    formatMoney(Math.round(minor / minorUnits(currency)) * minorUnits(currency), currency, locale, {
      trim: true,
    });
  const short = new Intl.NumberFormat(locale, { notation: "compact" });
  const grew = before ? now.revenue - before.revenue : 0;
  return (
    <ChartFigure
      title={t.rich("answer", {
        form: before ? (grew > 0 ? "more" : grew < 0 ? "less" : "same") : "alone",
        money: money(now.revenue),
        difference: money(Math.abs(grew)),
        figure: (words) => <DottedFigure href={`#${tableId}`}>{words}</DottedFigure>,
      })}
      caption={[
        t("caption", { count: now.purchases, purchases: formatPoints(now.purchases, locale) }),
        yearAgo ? t("yearAgo", { money: money(yearAgo.revenue) }) : null,
      ]
        .filter(Boolean)
        .join(" ")}
      tableId={tableId}
      tableLabel={all("table")}
      table={{
        head: [all("head.week"), t("head.purchases"), t("head.revenue")],
        rows: weeks.toReversed().map((week) => ({
          key: week.to,
          cells: [
            formatDay(week.to, locale, "full"),
            formatPoints(week.purchases, locale),
            formatMoney(week.revenue, currency, locale),
          ],
        })),
      }}
    >
      {weeks.length > 1 ? (
        <LineChart
          label={t("chart", {
            first: money(weeks[0]?.revenue ?? 0),
            last: money(weeks.at(-1)?.revenue ?? 0),
          })}
          labels={weeks.map((week) => formatDay(week.to, locale, "short"))}
          lines={[
            {
              key: "revenue",
              values: weeks.map((week) => week.revenue / minorUnits(currency)),
              endLabel: money(weeks.at(-1)?.revenue ?? 0),
            },
          ]}
          format={(value) => short.format(value)}
          fromZero
          height={150}
          stations={3}
        />
      ) : null}
    </ChartFigure>
  );
}
