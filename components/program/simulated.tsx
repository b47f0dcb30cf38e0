"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DataOf } from "@/components/merchant/answered";
import { Explanation } from "@/components/merchant/explanation";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import { FormErrors } from "@/components/ui/form-errors";
import { Skeleton } from "@/components/ui/skeleton";
import type { simulatePurchaseAction } from "@/lib/earning/actions";

type Result = DataOf<typeof simulatePurchaseAction>["results"][number];

/** The same basket under each set of rules, side by side, and in one sentence what differs. */
export function Simulated({
  results,
  tier,
  stale,
  error,
}: {
  results: Result[] | null;
  /** The tier that the purchase was judged by. */
  tier: string | null;
  stale: boolean;
  error: ReactNode;
}) {
  const t = useTranslations("simulator");
  const { points } = useWords();
  if (error) return <FormErrors title={error} />;
  if (!results) return <Skeleton label={t("reckoning")} lines={2} className="max-w-[24rem] pt-2" />;
  const shown = results.filter((result) => result !== null);
  const [draft, published] = [
    shown.find((one) => one.on === "draft"),
    shown.find((one) => one.on === "published"),
  ];
  const difference = draft && published ? draft.points - published.points : null;
  return (
    <div aria-live="polite" className={cx("min-w-0", stale && "opacity-60")}>
      <h2 className="text-answer">
        {difference === null
          ? t("earns", { points: points(shown[0]?.points ?? 0) })
          : difference === 0
            ? t("same", { points: points(draft?.points ?? 0) })
            : t(difference > 0 ? "more" : "less", { points: points(Math.abs(difference)) })}
      </h2>
      {tier ? <p className="mt-1 text-ink-2">{t("judgedBy", { tier })}</p> : null}
      <div className={cx("mt-5 grid gap-x-10 gap-y-8", shown.length > 1 && "xl:grid-cols-2")}>
        {shown.map((result) => (
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
    </div>
  );
}
