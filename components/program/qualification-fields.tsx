import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { LadderTyped } from "./tiers-typed";

const windows = ["rolling", "calendarYear", "membershipYear", "life"] as const;
const leavings = ["step", "recalculate"] as const;

/** Over which time is counted, and what happens when it was not enough. */
export function QualificationFields({
  typed,
  errorOf,
  onChange,
}: {
  typed: LadderTyped;
  errorOf: (field: "months" | "graceDays") => string | undefined;
  onChange: (changes: Partial<LadderTyped>) => void;
}) {
  const t = useTranslations("tiers.form");
  const number = (field: "months" | "graceDays") => ({
    label: t(field),
    value: typed[field],
    inputMode: "numeric" as const,
    autoComplete: "off",
    error: errorOf(field),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <fieldset className="min-w-0 border-t border-line pt-4">
      <legend className="text-title float-left mb-3 w-full">{t("counting")}</legend>
      <div className="clear-both grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t("window")}
          value={typed.window}
          options={windows.map((kind) => ({ value: kind, label: t(`windowIs.${kind}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ window: windows.find((kind) => kind === value) ?? "rolling" })
          }
        />
        {typed.window === "rolling" ? <TextField {...number("months")} /> : null}
        {typed.window === "life" ? null : (
          <>
            <TextField {...number("graceDays")} hint={t("graceHint")} className="sm:col-start-1" />
            <SelectField
              label={t("leaving")}
              value={typed.leaving}
              options={leavings.map((kind) => ({ value: kind, label: t(`leavingIs.${kind}`) }))}
              onChange={({ currentTarget: { value } }) =>
                onChange({ leaving: leavings.find((kind) => kind === value) ?? "step" })
              }
            />
          </>
        )}
      </div>
    </fieldset>
  );
}
