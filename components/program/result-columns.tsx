"use client";

import { useTranslations } from "next-intl";
import type { DataOf } from "@/components/merchant/answered";
import { Explanation } from "@/components/merchant/explanation";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import type { simulatePurchaseAction } from "@/lib/earning/actions";

export type Result = NonNullable<DataOf<typeof simulatePurchaseAction>["results"][number]>;

/** The same basket under each set of rules, side by side, each with its reasons. */
export function ResultColumns({ results }: { results: Result[] }) {
  const t = useTranslations("simulator");
  const { points } = useWords();
  return (
    <div className={cx("grid gap-x-10 gap-y-8", results.length > 1 && "xl:grid-cols-2")}>
      {results.map((result) => (
        <section key={String(result.on)} className="min-w-0 border-t border-edge pt-3">
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4">
            <b>{result.version === null ? t("draft") : t("version", { version: result.version })}</b>
            <span className="text-section">{points(result.points)}</span>
          </h3>
          <div className="mt-3">
            <Explanation explanation={result.explanation} sumLabel={t("sum")} />
          </div>
          {result.held.map((part) => (
            <p key={part.days} className="mt-2 text-small text-ink-2">
              {t("held", { points: points(part.points), days: part.days })}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
