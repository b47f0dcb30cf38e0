"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { ColumnChoice } from "./column-choice";

const encodings = ["utf-8", "windows-1254", "iso-8859-9", "windows-1252", "utf-16le"];
const delimiters = [",", ";", "\t", "|"];

/** How the file is written: its letters, what parts its columns, its decimal mark. */
export function FileForm({
  choice,
  onChange,
  locked,
}: {
  choice: ColumnChoice;
  onChange: (choice: ColumnChoice) => void;
  /** The mapping file says it. */
  locked: boolean;
}) {
  const t = useTranslations("imports.file");
  const own = choice.encoding && !encodings.includes(choice.encoding) ? [choice.encoding] : [];
  return (
    <div className="mb-5 grid gap-4 sm:grid-cols-3">
      <SelectField
        label={t("encoding")}
        value={choice.encoding}
        disabled={locked}
        options={[
          { value: "", label: t("byItself") },
          ...[...own, ...encodings].map((one) => ({ value: one, label: one })),
        ]}
        onChange={(event) => onChange({ ...choice, encoding: event.currentTarget.value })}
      />
      <SelectField
        label={t("delimiter")}
        value={choice.delimiter}
        disabled={locked}
        options={[
          { value: "", label: t("byItself") },
          ...delimiters.map((one) => ({ value: one, label: one === "\t" ? t("tab") : one })),
        ]}
        onChange={(event) => onChange({ ...choice, delimiter: event.currentTarget.value })}
      />
      <SelectField
        label={t("decimal")}
        value={choice.decimal}
        disabled={locked}
        options={[
          { value: ".", label: t("point") },
          { value: ",", label: t("comma") },
        ]}
        onChange={(event) => onChange({ ...choice, decimal: event.currentTarget.value === "," ? "," : "." })}
      />
    </div>
  );
}
