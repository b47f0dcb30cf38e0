import { useLocale, useTranslations } from "next-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { LineChart } from "@/components/charts/line-chart";
import { DottedFigure } from "@/components/ui/dotted-figure";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { Moved } from "./moved";

/** What regulars hold: the page's answer, and how it came to that day by day. */
export function HeldChart({
  moved,
  say,
  size = "answer",
  href = "#count",
  height = 196,
}: {
  moved: Moved;
  say: (points: number) => string;
  size?: "answer" | "title";
  /** Where the figure leads. */
  href?: string;
  height?: number;
}) {
  const t = useTranslations("overview");
  const locale = useLocale();
  // Days before the first movement say nothing.
  const days = moved.days.filter(({ day }) => moved.since === null || day >= moved.since);
  const [first, last] = [days[0], days.at(-1)];
  const held = last?.outstanding ?? 0;
  // Near the baseline it would stand on the days below.
  const most = Math.max(...days.map((one) => one.outstanding));
  const style = moved.from.slice(0, 4) === moved.to.slice(0, 4) ? "day" : "full";
  const day = (date: string) => formatDay(date, locale, style);
  const short = new Intl.NumberFormat(locale, { notation: "compact" });
  const figure = (points: number) => formatPoints(points, locale);
  return (
    <ChartFigure
      level="h2"
      size={size}
      title={t.rich("answer", {
        points: say(held),
        figure: (words) => <DottedFigure href={href}>{words}</DottedFigure>,
      })}
      caption={t("caption", {
        from: day(moved.from),
        to: day(moved.to),
        issued: figure(moved.totals.issued),
        redeemed: figure(moved.totals.redeemed),
        expired: figure(moved.totals.expired),
      })}
      tableLabel={t("table")}
      table={{
        head: [t("head.day"), t("head.issued"), t("head.redeemed"), t("head.expired"), t("head.outstanding")],
        rows: days.toReversed().map((one) => ({
          key: one.day,
          cells: [
            formatDay(one.day, locale, "full"),
            figure(one.issued),
            figure(one.redeemed),
            figure(one.expired),
            figure(one.outstanding),
          ],
        })),
      }}
    >
      <LineChart
        label={t("holdChart", { first: figure(first?.outstanding ?? 0), last: figure(held) })}
        labels={days.map((one) => formatDay(one.day, locale, "short"))}
        lines={[
          {
            key: "held",
            values: days.map((one) => one.outstanding),
            endLabel: figure(held),
            startLabel:
              first && first.outstanding * 4 > most
                ? t("start", { points: figure(first.outstanding), day: day(first.day) })
                : undefined,
          },
        ]}
        format={(value) => short.format(value)}
        fromZero
        height={height}
        stations={size === "title" ? 3 : undefined}
      />
    </ChartFigure>
  );
}
