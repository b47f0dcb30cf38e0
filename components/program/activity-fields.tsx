"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { activitySources } from "@/lib/activities/schemas";
import type { ActivityFaults, ActivityTyped } from "./activity-form";
import { CapFields } from "./cap-fields";

interface Props {
  typed: ActivityTyped;
  faults: ActivityFaults;
  /** What the server says of a field, by its path in the activity. */
  refusals: Record<string, string>;
  onChange: (changes: Partial<ActivityTyped>) => void;
}

/** Everything that an activity can say: what it gives, who says that it happened, how often, how much at most. */
export function ActivityFields({ typed, faults, refusals, onChange }: Props) {
  const t = useTranslations("activities.editor");
  const wrong = useTranslations("activities.wrong");
  const errorOf = (field: string, path = field) => {
    const fault = faults[field];
    return fault ? wrong(fault) : refusals[path];
  };
  const text = (field: "name" | "points" | "budget" | "holdDays" | "ask") => ({
    name: field,
    label: t(`field.${field}`),
    value: typed[field],
    error: errorOf(field),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...text("name")} hint={t("nameHint")} maxLength={80} />
        <TextField {...text("points")} inputMode="numeric" hint={t("pointsHint")} />
      </div>
      <FieldGroup legend={t("field.from")} error={errorOf("from")}>
        {activitySources.map((source) => (
          <Checkbox
            key={source}
            label={t(`source.${source}`)}
            checked={typed.from.includes(source)}
            onChange={(event) =>
              onChange({
                from: activitySources.filter((one) =>
                  one === source ? event.currentTarget.checked : typed.from.includes(one),
                ),
              })
            }
          />
        ))}
      </FieldGroup>
      {typed.from.includes("card") ? (
        <TextField {...text("ask")} hint={t("askHint")} maxLength={120} />
      ) : null}
      <Checkbox
        label={t("field.approval")}
        hint={t("approvalHint")}
        checked={typed.approval}
        onChange={(event) => onChange({ approval: event.currentTarget.checked })}
      />
      <Checkbox
        label={t("field.multiplied")}
        hint={t("multipliedHint")}
        checked={typed.multiplied}
        onChange={(event) => onChange({ multiplied: event.currentTarget.checked })}
      />
      <CapFields
        legend={t("field.limits")}
        unit={t("times")}
        caps={typed.limits}
        errorOf={(index) => errorOf(`limits.${index}`, `limits.${index}.times`)}
        onChange={(limits) => onChange({ limits })}
      />
      <CapFields
        legend={t("field.caps")}
        caps={typed.caps}
        errorOf={(index) => errorOf(`caps.${index}`, `caps.${index}.points`)}
        onChange={(caps) => onChange({ caps })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...text("budget")} inputMode="numeric" hint={t("budgetHint")} />
        <TextField {...text("holdDays")} inputMode="numeric" hint={t("holdHint")} />
      </div>
    </>
  );
}
