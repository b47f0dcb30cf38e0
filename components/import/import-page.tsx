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
  const size = (bytes: number) =>
    bytes < 100_000
      ? t("small", { kilobytes: Math.ceil(bytes / 1000) })
      : t("size", { megabytes: bytes / 1_000_000 });
  return (
    <div className="max-w-[66rem]">
      <div className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-ink pb-2">
        <h1 className="text-section wrap-anywhere">{run.fileName}</h1>
        <span className="text-ink-2">{run.fileBytes === null ? null : size(run.fileBytes)}</span>
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
