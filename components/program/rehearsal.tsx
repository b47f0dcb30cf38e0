import { useLocale, useTranslations } from "next-intl";
import { CompareBars } from "@/components/charts/compare-bars";
import { pointsWords } from "@/components/merchant/points-words";
import type { ShopFacts } from "@/components/merchant/shop-context";
import { DottedFigure } from "@/components/ui/dotted-figure";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Rehearsal as Rehearsed } from "@/lib/earning/domain/rehearse";
import { formatCard } from "@/lib/kernel/card-number";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";

const membersId = "rehearsed-members";

/** What the draft would have given for what was really bought, in a sentence, two bars, and by member. */
export function Rehearsal({
  of: rehearsed,
  slug,
  currency,
  pointName,
}: {
  of: Rehearsed;
  slug: string;
  currency: string;
  pointName: ShopFacts["pointName"];
}) {
  const t = useTranslations("rules.rehearsal");
  const desk = useTranslations("desk");
  const locale = useLocale();
  const { published, draft, version, gain, lose, furthest } = rehearsed;
  const change = draft - published;
  const word = (count: number) => desk("pointWord", { count });
  const percent = published === 0 ? 0 : Math.round((100 * Math.abs(change)) / published);
  const names = { version: t("version", { version }), draft: t("draft") };
  const isTold = furthest.length > 0;
  const columns: Column<(typeof furthest)[number]>[] = [
    {
      key: "member",
      header: t("member"),
      cell: (one) => (
        <TextLink href={`/m/${slug}/members/${one.id}`}>{one.name ?? formatCard(one.card)}</TextLink>
      ),
    },
    {
      key: "version",
      header: names.version,
      align: "end",
      cell: (one) => formatPoints(one.published, locale),
    },
    { key: "draft", header: names.draft, align: "end", cell: (one) => formatPoints(one.draft, locale) },
    {
      key: "difference",
      header: t("difference"),
      align: "end",
      cell: (one) => formatPoints(one.draft - one.published, locale, { signed: true }),
    },
  ];
  return (
    <section
      aria-labelledby="rehearsal"
      className="-mx-5 mt-10 grid gap-x-12 gap-y-5 border-t border-edge bg-paper px-5 py-5 sm:-mx-6 sm:px-6 lg:-mr-8 lg:pr-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="min-w-0">
        <h2 id="rehearsal" className="text-title max-w-[38em] text-balance">
          {t.rich("answer", {
            change: change === 0 ? "same" : change > 0 ? "more" : "fewer",
            form: percent > 0 ? "share" : "count",
            version,
            days: rehearsed.days,
            percent: new Intl.NumberFormat(locale, { style: "percent" }).format(percent / 100),
            points: pointsWords(Math.abs(change), { locale, pointName, word }),
            word: pointName?.other ?? word(2),
            worth: formatMoney(Math.abs(rehearsed.worth), currency, locale, { trim: true }),
            figure: (words) => (isTold ? <DottedFigure href={`#${membersId}`}>{words}</DottedFigure> : words),
          })}
          <span className="block">{t("members", { gain, lose })}</span>
        </h2>
        <p className="mt-1 text-small text-ink-2">
          {t("counted", {
            purchases: formatPoints(rehearsed.purchases, locale),
            day: formatDay(rehearsed.since, locale, "full"),
          })}
        </p>
        {isTold ? (
          <details className="mt-2">
            <summary className="link touchable w-fit text-small">{t("who")}</summary>
            <div id={membersId} className="mt-2 max-w-[36rem]">
              <Table caption={t("who")} columns={columns} rows={furthest} rowKey={(one) => one.id} />
            </div>
          </details>
        ) : null}
      </div>
      <div className="xl:pt-1.5">
        <CompareBars
          label={t("chart")}
          rows={[
            { key: "version", label: names.version, value: published, text: formatPoints(published, locale) },
            {
              key: "draft",
              label: names.draft,
              value: draft,
              text: formatPoints(draft, locale),
              over: published,
            },
          ]}
        />
      </div>
    </section>
  );
}
