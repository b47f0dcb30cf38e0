"use client";

import { useTranslations } from "next-intl";
import { PictureField } from "@/components/merchant/picture-field";
import { useShop } from "@/components/merchant/shop-context";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { ownValue } from "@/lib/kernel/own-value";
import { isPictureHash } from "@/lib/kernel/picture-data";
import type { Program } from "@/lib/program/schemas";
import type { Occasion } from "@/lib/rewards/schemas";
import { type GivesKind, hasOwnDays, ofKind, type RewardFaults, type RewardTyped } from "./reward-form";
import { RewardLimits } from "./reward-limits";

interface Props {
  typed: RewardTyped;
  faults: RewardFaults;
  /** What the server says of a field, by its path in the reward. */
  refusals: Record<string, string>;
  content: Program;
  onChange: (changes: Partial<RewardTyped>) => void;
}

const kinds: GivesKind[] = [
  "product",
  "amountOff",
  "percentOff",
  "experience",
  "earlyAccess",
  "service",
  "donation",
  "treat",
];
const occasions: Occasion[] = ["birthday", "tier", "apology", "treat"];

/** Everything that a reward can say: what it is, what it costs, how many there are, for whom and when. */
export function RewardFields(props: Props) {
  const t = useTranslations("rewards");
  const { slug } = useShop();
  const { text, errorOf } = useFields(props);
  const { picture } = props.typed;
  return (
    <>
      <TextField {...text("name", "name")} maxLength={80} />
      <What {...props} />
      <Price {...props} />
      <HowMany {...props} />
      <ForWhom {...props} />
      <TextareaField {...text("description", "description")} rows={2} maxLength={500} />
      <PictureField
        legend={t("field.picture")}
        alt={t("pictureAlt")}
        picture={picture && isPictureHash(picture) ? `/c/${slug}/pictures/${picture}` : picture}
        error={errorOf("picture", "picture")}
        onChange={(chosen) => props.onChange({ picture: chosen })}
      />
      <TextareaField {...text("terms", "terms")} rows={3} maxLength={2000} />
      <Checkbox
        label={t("field.prepared")}
        checked={props.typed.prepared || props.typed.kind === "service"}
        disabled={props.typed.kind === "service"}
        onChange={(event) => props.onChange({ prepared: event.currentTarget.checked })}
      />
    </>
  );
}

type TextName = {
  [K in keyof RewardTyped]: RewardTyped[K] extends string ? K : never;
}[keyof RewardTyped];

function useFields({ typed, faults, refusals, onChange }: Props) {
  const t = useTranslations("rewards.field");
  const wrong = useTranslations("rewards.wrong");
  const errorOf = (field: string, path: string): string | undefined => {
    const fault = faults[field];
    return fault ? wrong(fault) : refusals[path];
  };
  const text = (field: TextName, path: string) => ({
    name: field,
    label: t(field),
    value: typed[field],
    error: errorOf(field, path),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return { text, errorOf };
}

function What(props: Props) {
  const t = useTranslations("rewards");
  const { text } = useFields(props);
  const { typed, content, onChange } = props;
  const off = typed.kind === "amountOff" || typed.kind === "percentOff";
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t("field.kind")}
          value={typed.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => onChange(ofKind(event.currentTarget.value as GivesKind))}
        />
        {typed.kind === "product" && content.productTypes.length > 0 ? (
          <SelectField
            label={t("field.productType")}
            value={typed.productType}
            options={[
              { value: "", label: t("anyType") },
              ...content.productTypes.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            onChange={(event) => onChange({ productType: event.currentTarget.value })}
          />
        ) : null}
        {typed.kind === "percentOff" ? (
          <TextField {...text("percent", "gives.percent")} inputMode="decimal" />
        ) : null}
        {typed.kind === "amountOff" || typed.kind === "donation" ? (
          <TextField {...text("amount", "gives.amount")} inputMode="decimal" />
        ) : null}
        {typed.kind === "donation" ? <TextField {...text("cause", "gives.cause")} maxLength={80} /> : null}
        {typed.kind === "percentOff" ? (
          <TextField {...text("upTo", "gives.upTo")} inputMode="decimal" hint={t("hint.upTo")} />
        ) : null}
        {off ? (
          <TextField
            {...text("minimumSpend", "gives.minimumSpend")}
            inputMode="decimal"
            hint={t("hint.minimumSpend")}
          />
        ) : null}
      </div>
      {off ? (
        <Several
          legend={t("field.productTypes")}
          hint={t("hint.productTypes")}
          options={content.productTypes}
          value={typed.productTypes}
          onChange={(productTypes) => onChange({ productTypes })}
        />
      ) : null}
    </>
  );
}

function Price(props: Props) {
  const t = useTranslations("rewards");
  const { text, errorOf } = useFields(props);
  const { typed, content, onChange } = props;
  return (
    <>
      {typed.kind === "experience" && !typed.granted ? null : (
        <FieldGroup legend={t("price")} error={errorOf("how", "price.kind")}>
          <Segmented
            name="how"
            value={[typed.granted ? "granted" : "points"]}
            options={(["points", "granted"] as const).map((how) => ({ value: how, label: t(`how.${how}`) }))}
            onChange={(how) => onChange({ granted: how === "granted" })}
          />
        </FieldGroup>
      )}
      {typed.granted ? (
        <Several
          legend={t("field.on")}
          options={occasions.map((key) => ({ key, name: t(`on.${key}`) }))}
          value={typed.on}
          error={errorOf("on", "price.on")}
          onChange={(on) => onChange({ on: on as Occasion[] })}
        />
      ) : (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            {...text("points", "price.points")}
            inputMode="numeric"
            hint={typed.kind === "experience" ? t("hint.experience") : undefined}
          />
          {content.tiers.map(({ key, name }) => (
            <TextField
              key={key}
              label={t("field.tierPoints", { tier: name })}
              hint={t("hint.tierPoints")}
              inputMode="numeric"
              autoComplete="off"
              value={ownValue(typed.tierPoints, key) ?? ""}
              error={errorOf(`tierPoints.${key}`, `price.tiers.${key}`)}
              onChange={(event) =>
                onChange({ tierPoints: { ...typed.tierPoints, [key]: event.currentTarget.value } })
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

function HowMany(props: Props) {
  const t = useTranslations("rewards");
  const { text, errorOf } = useFields(props);
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...text("stock", "stock")} inputMode="numeric" hint={t("hint.stock")} />
        {hasOwnDays(props.typed.kind) ? (
          <TextField {...text("validDays", "validDays")} inputMode="numeric" hint={t("hint.validDays")} />
        ) : null}
      </div>
      <RewardLimits
        limits={props.typed.limits}
        errorOf={(index) => errorOf(`limits.${index}`, `limits.${index}.count`)}
        onChange={(limits) => props.onChange({ limits })}
      />
    </>
  );
}

function ForWhom(props: Props) {
  const t = useTranslations("rewards");
  const { text, errorOf } = useFields(props);
  const { typed, content, onChange } = props;
  return (
    <>
      <Several
        legend={t("field.tiers")}
        hint={t("hint.tiers")}
        options={content.tiers}
        value={typed.tiers}
        onChange={(tiers) => onChange({ tiers })}
      />
      <TextField {...text("tags", "tags")} hint={t("hint.tags")} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...text("from", "dates.from")} type="date" hint={t("hint.from")} />
        <TextField {...text("to", "dates.to")} type="date" hint={t("hint.to")} />
        {typed.from === ""
          ? null
          : content.tiers.map(({ key, name }) => (
              <TextField
                key={key}
                type="date"
                label={t("field.tierFrom", { tier: name })}
                hint={t("hint.tierFrom")}
                value={ownValue(typed.tierFrom, key) ?? ""}
                error={errorOf(`tierFrom.${key}`, earlierPath(typed, content, key))}
                onChange={(event) =>
                  onChange({ tierFrom: { ...typed.tierFrom, [key]: event.currentTarget.value } })
                }
              />
            ))}
      </div>
    </>
  );
}

/** Where the day of a tier stands in the document: only those that have one are in it. */
function earlierPath(typed: RewardTyped, content: Program, tier: string): string {
  const written = content.tiers.map(({ key }) => key).filter((key) => ownValue(typed.tierFrom, key));
  return `earlier.${written.indexOf(tier)}.from`;
}

function Several({
  legend,
  hint,
  options,
  value,
  error,
  onChange,
}: {
  legend: string;
  hint?: string;
  options: readonly { key: string; name: string }[];
  value: string[];
  error?: string;
  onChange: (value: string[]) => void;
}) {
  if (options.length === 0) return null;
  return (
    <FieldGroup legend={legend} hint={value.length === 0 ? hint : undefined} error={error}>
      <div className="flex flex-wrap gap-x-5">
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
