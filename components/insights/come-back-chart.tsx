import { useLocale, useTranslations } from "next-intl";
import { ChartFigure } from "@/components/charts/chart-figure";
import { LineChart } from "@/components/charts/line-chart";
import { DottedFigure } from "@/components/ui/dotted-figure";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";

interface Window {
  /** Last day of the thirty in which they came. */
  ends: string;
  came: number;
  back: number;
}

/** Fewer than so many people make no share. */
const fewest = 20;

const tableId = "figures-come-back";

/** Who comes back: the page's answer, and how it came to that in a year. */
export function ComeBackChart({ windows }: { windows: Window[] }) {
  const t = useTranslations("overview.comeBack");
  const all = useTranslations("overview");
  const locale = useLocale();
  const last = windows.at(-1);
  if (!last) {
    return (
      <section>
        <h1 className="text-answer">{t("soon")}</h1>
        <p className="mt-1 max-w-prose text-ink-2">{t("soonBody")}</p>
      </section>
    );
  }
  const share = ({ came, back }: Window) => (came === 0 ? 0 : (100 * back) / came);
  const figure = (count: number) => formatPoints(count, locale);
  const percent = (value: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(value / 100);
  const tenth = Math.round(share(last) / 10);
  const inTen = last.came >= fewest && tenth > 0 && tenth < 10;
  const drawn = windows.filter(({ came }) => came > 0);
  const first = drawn.length >= 12 ? drawn[0] : undefined;
  // Below a line that falls, its words would stand on the line.
  const rises = first !== undefined && drawn.slice(1, 4).every((one) => share(one) >= share(first) - 2);
  const counts = {
    back: figure(last.back),
    came: figure(last.came),
    day: formatDay(last.ends, locale, "day"),
  };
  return (
    <ChartFigure
      level="h1"
      size="answer"
      title={t.rich("answer", {
        form: inTen ? "share" : "count",
        n: String(tenth),
        ...counts,
        figure: (words) => <DottedFigure href={`#${tableId}`}>{words}</DottedFigure>,
      })}
      caption={[
        t("caption", counts),
        first && first.came >= fewest ? t("yearAgo", { share: percent(share(first)) }) : null,
      ]
        .filter(Boolean)
        .join(" ")}
      tableId={tableId}
      tableLabel={all("table")}
      table={{
        head: [t("head.until"), t("head.came"), t("head.back"), t("head.share")],
        rows: windows.toReversed().map((one) => ({
          key: one.ends,
          cells: [
            formatDay(one.ends, locale, "full"),
            figure(one.came),
            figure(one.back),
            one.came === 0 ? "" : percent(share(one)),
          ],
        })),
      }}
    >
      {drawn.length > 1 ? (
        <LineChart
          label={t("chart", { first: percent(share(drawn[0] ?? last)), last: percent(share(last)) })}
          labels={drawn.map((one) => formatDay(one.ends, locale, "short"))}
          lines={[
            {
              key: "share",
              values: drawn.map(share),
              endLabel: percent(share(last)),
              startLabel: first && rises ? t("start", { share: percent(share(first)) }) : undefined,
            },
          ]}
          format={percent}
          height={196}
        />
      ) : null}
    </ChartFigure>
  );
}
