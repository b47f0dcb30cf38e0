"use client";

import { useTranslations } from "next-intl";
import { Discard } from "./discard";
import { ImportResult } from "./import-result";
import { type ImportStart, ImportWizard } from "./import-wizard";
import { type ImportData, useImport } from "./use-import";
import { Working } from "./working";

/** One file: its columns are chosen, it is tried, recorded and, if need be, taken back. */
export function ImportPage({
  first,
  start,
  productTypes,
}: {
  first: ImportData;
  /** Null when there is nothing to choose any more. */
  start: ImportStart | null;
  productTypes: { key: string; name: string }[];
}) {
  const t = useTranslations("imports.page");
  const { run, look } = useImport(first);
  return (
    <div className="max-w-[66rem]">
      <div className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-ink pb-2">
        <h1 className="text-section wrap-anywhere">{run.fileName}</h1>
        <span className="text-ink-2">
          {run.fileBytes === null ? null : t("size", { megabytes: Math.max(0.1, run.fileBytes / 1_000_000) })}
        </span>
        <span className="grow" />
        {run.status === "open" && !run.task ? <Discard id={run.id} name={run.fileName} /> : null}
      </div>
      {run.task ? (
        <Working run={run} />
      ) : run.status === "open" && start ? (
        <ImportWizard run={run} start={start} productTypes={productTypes} look={look} />
      ) : (
        <ImportResult run={run} look={look} />
      )}
    </div>
  );
}
