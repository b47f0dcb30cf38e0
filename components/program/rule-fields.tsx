"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { SegmentedDays } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import type { Program } from "@/lib/program/schemas";
import { CapFields } from "./cap-fields";
import type { RuleFaults, RuleTyped } from "./rule-form";

interface Props {
  typed: RuleTyped;
  faults: RuleFaults;
  /** What the server says of a field, by its path in the rule. */
  refusals: Record<string, string>;
  content: Program;
  onChange: (changes: Partial<RuleTyped>) => void;
}

/** Everything that a rule can say, what it gives first, then when, to whom and how much at most. */
export function RuleFields(props: Props) {
  return (
    <>
      <Effect {...props} />
      <When {...props} />
      <ForWhom {...props} />
      <Limits {...props} />
    </>
  );
}

function useField({ typed, faults, refusals, onChange }: Props) {
  const t = useTranslations("rules.editor");
  const wrong = useTranslations("rules.wrong");
  return (field: keyof RuleTyped & string, path: string) => {
    const fault = faults[field];
    return {
      name: field,
      label: t(`field.${field as "name"}`),
      value: String(typed[field]),
      error: fault ? wrong(fault) : refusals[path],
      autoComplete: "off",
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ [field]: event.currentTarget.value }),
    };
  };
}

function Effect(props: Props) {
  const t = useTranslations("rules.editor");
  const field = useField(props);
  const { kind } = props.typed;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {kind === "multiplier" ? (
        <TextField
          {...field("factor", "effect.factor")}
          inputMode="decimal"
          hint={t("factorHint")}
          before="×"
        />
      ) : (
        <TextField
          {...field("points", "effect.points")}
          inputMode="numeric"
          after={kind === "bonus" ? t("pointsMore") : undefined}
        />
      )}
      {kind === "rate" ? <TextField {...field("per", "effect.per")} inputMode="decimal" /> : null}
      <TextField
        {...field("name", "name")}
        hint={t("nameHint")}
        maxLength={80}
        className={kind === "rate" ? "sm:col-span-2" : ""}
      />
    </div>
  );
}

function When(props: Props) {
  const t = useTranslations("rules.editor");
  const locale = useLocale();
  const field = useField(props);
  const { typed, onChange } = props;
  return (
    <>
      <FieldGroup legend={t("field.weekdays")} hint={typed.weekdays.length === 0 ? t("anyDay") : undefined}>
        <SegmentedDays
          name="weekdays"
          locale={locale}
          value={typed.weekdays}
          onChange={(day, chosen) =>
            onChange({
              weekdays: chosen ? [...typed.weekdays, day] : typed.weekdays.filter((one) => one !== day),
            })
          }
        />
      </FieldGroup>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...field("from", "when.hours.from")} type="time" hint={t("fromHint")} />
        <TextField {...field("to", "when.hours.to")} type="time" hint={t("toHint")} />
        <TextField {...field("dateFrom", "when.dates.from")} type="date" hint={t("dateFromHint")} />
        <TextField {...field("dateTo", "when.dates.to")} type="date" hint={t("dateToHint")} />
      </div>
    </>
  );
}

function ForWhom(props: Props) {
  const t = useTranslations("rules.editor");
  const field = useField(props);
  const { typed, content, onChange } = props;
  return (
    <>
      <Several
        legend={t("field.productTypes")}
        hint={t("allProducts")}
        options={content.productTypes}
        value={typed.productTypes}
        onChange={(productTypes) => onChange({ productTypes })}
      />
      <Several
        legend={t("field.tiers")}
        hint={t("allTiers")}
        options={content.tiers}
        value={typed.tiers}
        onChange={(tiers) => onChange({ tiers })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          {...field("minimumSpend", "when.minimumSpend")}
          inputMode="decimal"
          hint={t("minimumHint")}
        />
        <TextField {...field("channels", "when.channels.0")} hint={t("channelsHint")} />
      </div>
      <Checkbox
        label={t("field.firstPurchase")}
        checked={typed.firstPurchase}
        onChange={(event) => onChange({ firstPurchase: event.currentTarget.checked })}
      />
    </>
  );
}

function Limits(props: Props) {
  const t = useTranslations("rules.editor");
  const wrong = useTranslations("rules.wrong");
  const field = useField(props);
  const { typed, faults, refusals, onChange } = props;
  return (
    <>
      <CapFields
        legend={t("field.caps")}
        caps={typed.caps}
        errorOf={(index) => {
          const fault = faults[`caps.${index}`];
          return fault ? wrong(fault) : (refusals[`caps.${index}.points`] ?? refusals[`caps.${index}.per`]);
        }}
        onChange={(caps) => onChange({ caps })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...field("budget", "budget")} inputMode="numeric" hint={t("budgetHint")} />
        <TextField {...field("holdDays", "holdDays")} inputMode="numeric" hint={t("holdHint")} />
      </div>
    </>
  );
}

function Several({
  legend,
  hint,
  options,
  value,
  onChange,
}: {
  legend: string;
  /** What holds when none is chosen. */
  hint: string;
  options: { key: string; name: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  if (options.length === 0) return null;
  return (
    <FieldGroup legend={legend} hint={value.length === 0 ? hint : undefined}>
      <div className="grid max-h-64 gap-x-4 overflow-y-auto p-1 sm:grid-cols-2">
        {options.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={value.includes(key)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...value, key] : value.filter((one) => one !== key))
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
