"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Progress } from "@/components/ui/progress";
import type { ImportData } from "./use-import";

/** What the worker is doing with the file, and how far it has come. */
export function Working({ run }: { run: ImportData }) {
  const t = useTranslations("imports.working");
  const { figure } = useWords();
  const { task, doing, progress, progressTotal } = run;
  const caption =
    progressTotal === null
      ? progress === 0
        ? t("waiting")
        : t("read", { rows: progress, figure: figure(progress) })
      : t("recorded", { done: figure(progress), total: figure(progressTotal) });
  return (
    <section aria-live="polite" className="max-w-prose">
      <h2 className="text-answer mb-5">{t(`title.${task ?? "check"}`)}</h2>
      <Progress
        value={doing === "reading" ? 0 : progress}
        max={Math.max(progressTotal ?? 1, 1)}
        label={t(`title.${task ?? "check"}`)}
        caption={caption}
      />
      <p className="mt-4 text-ink-2">{t("leave")}</p>
    </section>
  );
}
