"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { PriceList } from "@/components/ui/price-list";
import { RefusedLink } from "./refused-link";
import type { ImportData } from "./use-import";

/** What a trial of the whole file said, and the button that does it. */
export function CheckedFile({
  run,
  pending,
  record,
  again,
}: {
  run: ImportData;
  pending: boolean;
  record: () => void;
  again: () => void;
}) {
  const t = useTranslations("imports.checked");
  const { figure, points } = useWords();
  const { checked, kind } = run;
  if (!checked) return null;
  const { accepted, repeated, refused, membersCreated, reasons = [] } = checked;
  return (
    <div aria-live="polite" className="max-w-[44rem]">
      <h2 className="text-answer">
        {accepted > 0
          ? t(`title.${kind}`, { count: accepted, figure: figure(accepted), points: points(checked.points) })
          : t(refused > 0 ? "noneTaken" : "nothingNew", {
              count: checked.rows,
              figure: figure(checked.rows),
            })}
      </h2>
      <p className="mt-1 mb-5 text-ink-2">{t("body")}</p>
      <PriceList
        items={[
          { key: "rows", label: t("rows"), value: figure(checked.rows) },
          { key: "repeated", label: t("repeated"), value: figure(repeated) },
          ...(kind === "purchases"
            ? [{ key: "created", label: t("created"), value: figure(membersCreated) }]
            : []),
          { key: "refused", label: t("refused"), value: figure(refused) },
        ]}
      />
      {reasons.length > 0 ? (
        <section className="mt-5">
          <h3 className="font-strong">{t("reasons")}</h3>
          <ul className="mt-1 grid gap-1">
            {reasons.map(({ field, message, rows }) => (
              <li key={`${field} ${message}`} className="wrap-anywhere">
                {t("reason", { field: field ?? "none", message, count: rows, figure: figure(rows) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button variant="main" pending={pending} disabled={accepted === 0} onClick={record}>
          {t(`record.${kind}`, { count: accepted, figure: figure(accepted) })}
        </Button>
        {run.hasRefused && refused > 0 ? <RefusedLink id={run.id} /> : null}
        <Button variant="bare" onClick={again}>
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
