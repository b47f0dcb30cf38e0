import { useLocale, useTranslations } from "next-intl";
import { PriceList } from "@/components/ui/price-list";
import type { Explanation } from "@/lib/earning/domain/explain";
import { formatPoints } from "@/lib/kernel/points";

/** Why something earned what it did: the sentence, what adds up to it, what was missed, by which rules. */
export function Award({ explanation, version }: { explanation: Explanation; version: number }) {
  const t = useTranslations("members.history");
  const locale = useLocale();
  return (
    <>
      <p className="text-title">{explanation.sentence}</p>
      <div className="mt-3 max-w-[34rem]">
        <PriceList
          items={explanation.rows.map((row, index) => ({
            key: `${index}`,
            label: row.label,
            value: formatPoints(row.points, locale, { signed: row.sub }),
            derived: row.sub,
          }))}
          sum={{
            label: t("sum"),
            value: formatPoints(
              explanation.rows.reduce((sum, row) => sum + row.points, 0),
              locale,
            ),
          }}
        />
      </div>
      <div className="mt-3 grid gap-1 text-small text-ink-2">
        {explanation.missed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{t("rules", { version })}</p>
      </div>
    </>
  );
}
