"use client";

import { useTranslations } from "next-intl";
import type { DataOf } from "@/components/merchant/answered";
import { SelectField } from "@/components/ui/select-field";
import type { previewImportAction } from "@/lib/integrations/import/actions";
import { ownValue } from "@/lib/kernel/own-value";
import { type ColumnChoice, type ColumnField, fieldsOf, isDated, memberWays, needed } from "./column-choice";
import { TypeFields } from "./type-fields";

export type Preview = DataOf<typeof previewImportAction>;

const formats = [
  "DD.MM.YYYY HH:mm",
  "DD.MM.YYYY HH:mm:ss",
  "DD.MM.YYYY",
  "DD/MM/YYYY HH:mm",
  "DD/MM/YYYY",
  "MM/DD/YYYY HH:mm",
  "MM/DD/YYYY",
  "YYYYMMDD",
  "unix",
  "unixMilliseconds",
];

/** What each column of the file means: a line a field, with what the file has there. */
export function ColumnFields({
  choice,
  preview,
  productTypes,
  onChange,
}: {
  choice: ColumnChoice;
  preview: Preview;
  productTypes: { key: string; name: string }[];
  onChange: (choice: ColumnChoice) => void;
}) {
  const t = useTranslations("imports.columns");
  const { header, samples, fields } = preview;
  const errorOf = (field: ColumnField) =>
    Object.entries(fields).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1] ??
    (field === "member.externalId" ? fields.member : undefined);
  const set = (part: "columns" | "formats", field: ColumnField, value: string) => {
    const { [field]: _, ...rest } = choice[part];
    onChange({ ...choice, [part]: value ? { ...rest, [field]: value } : rest });
  };
  return (
    <ul className="border-t border-line">
      {fieldsOf[choice.kind].map((field) => {
        const column = choice.columns[field] ?? "";
        const sample = ownValue(samples, column);
        return (
          <li
            key={field}
            className="grid items-start gap-x-5 gap-y-2 border-b border-line py-2.5 sm:grid-cols-[minmax(0,11rem)_minmax(0,16rem)_minmax(0,1fr)]"
          >
            <div className="pt-2">
              <b className="font-strong">{t(`field.${field}`)}</b>
              {needed.has(field) ? <span className="block text-small text-ink-2">{t("needed")}</span> : null}
            </div>
            <SelectField
              label={t("columnOf", { field: t(`field.${field}`) })}
              labelHidden
              value={column}
              error={errorOf(field)}
              options={[
                { value: "", label: t("none") },
                ...withOwn(header, column).map((name) => ({ value: name, label: name })),
              ]}
              onChange={(event) => set("columns", field, event.currentTarget.value)}
            />
            <div className="grid max-w-80 gap-2">
              {sample ? (
                <p className="pt-2 text-ink-2 wrap-anywhere">{t("sample", { value: sample })}</p>
              ) : null}
              {field === "purchase.member" && column ? (
                <SelectField
                  label={t("memberBy")}
                  value={choice.memberBy}
                  options={memberWays.map((way) => ({ value: way, label: t(`by.${way}`) }))}
                  onChange={(event) => {
                    const by = memberWays.find((way) => way === event.currentTarget.value);
                    if (by) onChange({ ...choice, memberBy: by });
                  }}
                />
              ) : null}
              {isDated(field) && column ? (
                <SelectField
                  label={t("format")}
                  value={choice.formats[field] ?? ""}
                  options={[
                    { value: "", label: t("iso") },
                    ...withOwn(formats, choice.formats[field]).map((one) => ({
                      value: one,
                      label: one === "unix" || one === "unixMilliseconds" ? t(one) : exampleOf(one),
                    })),
                  ]}
                  onChange={(event) => set("formats", field, event.currentTarget.value)}
                />
              ) : null}
              {field === "line.productType" ? (
                <TypeFields
                  choice={choice}
                  values={ownValue(preview.values, column) ?? []}
                  productTypes={productTypes}
                  onChange={onChange}
                />
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const example: Record<string, string> = {
  YYYY: "2026",
  MM: "11",
  DD: "30",
  HH: "14",
  mm: "05",
  ss: "09",
  M: "4",
  D: "30",
  H: "9",
};

/**
 * A format as a moment that is written in it: its letters are English, and in no other language the same. The 30th of a
 * month, so that nobody takes the day for it.
 */
const exampleOf = (format: string): string =>
  format.replace(/YYYY|MM|DD|HH|mm|ss|M|D|H/g, (part) => example[part] ?? part);

const withOwn = (values: string[], own: string | undefined): string[] =>
  own && !values.includes(own) ? [own, ...values] : values;
