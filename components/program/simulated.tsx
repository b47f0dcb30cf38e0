"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import { FormErrors } from "@/components/ui/form-errors";
import { Skeleton } from "@/components/ui/skeleton";
import { type Result, ResultColumns } from "./result-columns";

/** The same basket under each set of rules, side by side, and in one sentence what differs. */
export function Simulated({
  results,
  tier,
  stale,
  error,
}: {
  results: (Result | null)[] | null;
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
    <div aria-live="polite" aria-busy={stale} className={cx("min-w-0", stale && "text-ink-2")}>
      <h2 className="text-answer">
        {difference === null
          ? t("earns", { points: points(shown[0]?.points ?? 0) })
          : difference === 0
            ? t("same", { points: points(draft?.points ?? 0) })
            : t(difference > 0 ? "more" : "less", { points: points(Math.abs(difference)) })}
      </h2>
      {tier ? <p className="mt-1 text-ink-2">{t("judgedBy", { tier })}</p> : null}
      <div className="mt-5">
        <ResultColumns results={shown} />
      </div>
    </div>
  );
}
