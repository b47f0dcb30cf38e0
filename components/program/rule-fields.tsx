"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { SegmentedDays } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import { formatWeekday } from "@/lib/kernel/i18n/day-words";
import type { Program } from "@/lib/program/schemas";
import { CapFields } from "./cap-fields";
import type { RuleFaults, RuleTyped } from "./rule-form";
import { useChannels } from "./use-channels";

interface Props {
  typed: RuleTyped;
  faults: RuleFaults;
  /** What the server says of a field, by its path in the rule. */
  refusals: Record<string, string>;
  content: Program;
  /** Where this shop sells. */
  channels: readonly string[];
  /** What the fields said when the rule was last published. */
  before: { typed: RuleTyped; version: number } | null;
  onChange: (changes: Partial<RuleTyped>) => void;
}

type TextFieldName = Exclude<
  keyof RuleTyped,
  "kind" | "productTypes" | "tiers" | "weekdays" | "places" | "firstPurchase" | "caps"
>;

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

function useField(props: Props) {
  const { typed, faults, refusals, onChange } = props;
  const t = useTranslations("rules.editor");
  const wrong = useTranslations("rules.wrong");
  const published = usePublished(props);
  return (field: TextFieldName, path: string, hint?: string) => {
    const fault = faults[field];
    return {
      name: field,
      label: t(`field.${field}`),
      value: typed[field],
      hint: published(field, (text) => text) ?? hint,
      error: fault ? wrong(fault) : refusals[path],
      autoComplete: "off",
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ [field]: event.currentTarget.value }),
    };
  };
}

/** "5 in version 4", of a field that says something else by now. */
function usePublished({ typed, before }: Props) {
  const t = useTranslations("rules.editor");
  return <Field extends keyof RuleTyped>(
    field: Field,
    say: (value: RuleTyped[Field]) => string,
  ): string | undefined => {
    if (!before) return undefined;
    const was = say(before.typed[field]);
    if (was === say(typed[field])) return undefined;
    return was === ""
      ? t("emptyIn", { version: before.version })
      : t("wasIn", { value: was, version: before.version });
  };
}

function Effect(props: Props) {
  const t = useTranslations("rules.editor");
  const field = useField(props);
  const { kind } = props.typed;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {kind === "multiplier" ? (
        <TextField {...field("factor", "effect.factor", t("factorHint"))} inputMode="decimal" before="×" />
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
  const list = useList();
  const published = usePublished(props);
  const field = useField(props);
  const dayName = (day: number) => formatWeekday(day, locale);
  const { typed, onChange } = props;
  return (
    <>
      <FieldGroup
        legend={t("field.weekdays")}
        hint={
          published("weekdays", (days) => list(days.toSorted().map(dayName))) ??
          (typed.weekdays.length === 0 ? t("anyDay") : undefined)
        }
      >
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
        <TextField {...field("from", "when.hours.from", t("fromHint"))} type="time" />
        <TextField {...field("to", "when.hours.to", t("toHint"))} type="time" />
        <TextField {...field("dateFrom", "when.dates.from", t("dateFromHint"))} type="date" />
        <TextField {...field("dateTo", "when.dates.to", t("dateToHint"))} type="date" />
      </div>
    </>
  );
}

function ForWhom(props: Props) {
  const t = useTranslations("rules.editor");
  const list = useList();
  const published = usePublished(props);
  const { typed, content, onChange } = props;
  const named = (options: { key: string; name: string }[]) => (keys: string[]) =>
    list(options.filter(({ key }) => keys.includes(key)).map(({ name }) => name));
  return (
    <>
      <Several
        legend={t("field.productTypes")}
        hint={
          published("productTypes", named(content.productTypes)) ??
          (typed.productTypes.length === 0 ? t("allProducts") : undefined)
        }
        options={content.productTypes}
        value={typed.productTypes}
        onChange={(productTypes) => onChange({ productTypes })}
      />
      <Several
        legend={t("field.tiers")}
        hint={
          published("tiers", named(content.tiers)) ?? (typed.tiers.length === 0 ? t("allTiers") : undefined)
        }
        options={content.tiers}
        value={typed.tiers}
        onChange={(tiers) => onChange({ tiers })}
      />
      <Where {...props} />
      <Checkbox
        label={t("field.firstPurchase")}
        checked={typed.firstPurchase}
        onChange={(event) => onChange({ firstPurchase: event.currentTarget.checked })}
      />
    </>
  );
}

/** Where it is bought, and for how much at least. */
function Where(props: Props) {
  const t = useTranslations("rules.editor");
  const list = useList();
  const published = usePublished(props);
  const field = useField(props);
  const { typed, channels, refusals, before, onChange } = props;
  const options = useChannels([...channels, ...(before?.typed.places ?? []), ...typed.places]);
  const nameOf = (key: string) => options.find((one) => one.key === key)?.name ?? key;
  const isAnywhere = typed.places.length === 0 && typed.channels.trim() === "";
  const wrong = Object.keys(refusals).find((path) => path.startsWith("when.channels"));
  return (
    <>
      <Several
        legend={t("field.places")}
        hint={
          published("places", (keys) => list(keys.map(nameOf))) ?? (isAnywhere ? t("allPlaces") : undefined)
        }
        options={options}
        value={typed.places}
        onChange={(places) => onChange({ places })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...field("channels", wrong ?? "when.channels", t("channelsHint"))} />
        <TextField {...field("minimumSpend", "when.minimumSpend", t("minimumHint"))} inputMode="decimal" />
      </div>
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
        <TextField {...field("budget", "budget", t("budgetHint"))} inputMode="numeric" />
        <TextField {...field("holdDays", "holdDays", t("holdHint"))} inputMode="numeric" />
      </div>
    </>
  );
}

/** Several names as one: "Mon, Tue and Wed", nothing for none. */
function useList() {
  const locale = useLocale();
  return (names: string[]) => new Intl.ListFormat(locale).format(names);
}

function Several({
  legend,
  hint,
  options,
  value,
  onChange,
}: {
  legend: string;
  hint: string | undefined;
  options: { key: string; name: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  if (options.length === 0) return null;
  return (
    <FieldGroup legend={legend} hint={hint}>
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
