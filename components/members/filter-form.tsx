"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FilterField, Typed } from "./filter-address";

const seen = [7, 30, 90];
const away = [14, 30, 60, 90, 180];
const soon = [7, 14, 30, 60];

const faults: Partial<Record<FilterField, "points" | "amount" | "day" | "text">> = {
  balanceFrom: "points",
  balanceTo: "points",
  spendFrom: "amount",
  spendTo: "amount",
  joinedFrom: "day",
  joinedTo: "day",
  tag: "text",
};

/** Every condition of a list of members. An address is all it makes, so it works without script and can be kept. */
export function FilterForm({
  here,
  typed,
  wrong,
  sort,
  tiers,
  tags,
}: {
  here: string;
  typed: Typed;
  wrong: FilterField[];
  /** As it stands in the address. */
  sort: string | undefined;
  tiers: { key: string; name: string }[];
  tags: string[];
}) {
  const t = useTranslations("segments.filter");
  const known = useId();
  const shown = JSON.stringify({ ...typed, q: undefined });
  const form = useTypedFields(`filter ${shown}`);
  // Once it is open, it does not close under whoever starts over in it.
  const [isOpen, setOpen] = useState(false);
  if (form.back !== null && !isOpen) setOpen(true);
  const isSet = Object.keys(typed).some((field) => field !== "q");
  const field = (name: FilterField) => ({
    name,
    label: t(name as "tier"),
    defaultValue: typed[name] ?? "",
    error: wrong.includes(name) ? t(`wrong.${faults[name] ?? "other"}`) : undefined,
  });
  const any = { value: "", label: t("any") };
  return (
    <details className="group" open={wrong.length > 0 || isOpen || undefined}>
      <summary className="inline-flex min-h-10 items-center gap-2 rounded-control border border-edge px-4 font-strong hover:bg-paper max-sm:min-h-11">
        <Icon of={SlidersHorizontal} size={16} />
        {isSet ? t("edit") : t("open")}
      </summary>
      <form
        // Drawn anew for another filter: a condition that was taken away elsewhere is not sent again.
        key={shown}
        {...form.listen}
        action={here}
        onSubmit={(event) => {
          form.forget();
          leaveOutEmpty(event);
        }}
        noValidate
        className="mt-3 rounded-control bg-paper p-4 sm:p-5"
      >
        {typed.q ? <input type="hidden" name="q" value={typed.q} /> : null}
        {sort ? <input type="hidden" name="sort" value={sort} /> : null}
        <div className="mb-4 has-[>div:empty]:hidden">
          <TypedBefore form={form} />
        </div>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            {...field("tier")}
            options={[
              any,
              ...tiers.map((tier) => ({ value: tier.key, label: tier.name })),
              { value: "none", label: t("none") },
            ]}
          />
          <SelectField
            {...field("visit")}
            options={withTyped(typed.visit, [
              any,
              ...seen.map((days) => ({ value: String(days), label: t("seen", { days }) })),
              ...away.map((days) => ({ value: `not-${days}`, label: t("notSeen", { days }) })),
            ])}
          />
          <SelectField
            {...field("expiring")}
            options={withTyped(typed.expiring, [
              any,
              ...soon.map((days) => ({ value: String(days), label: t("within", { days }) })),
            ])}
          />
          <div>
            <TextField {...field("tag")} hint={t("tagHint")} list={known} autoComplete="off" />
            <datalist id={known}>
              {tags.map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
          </div>
          <TextField {...field("balanceFrom")} inputMode="numeric" autoComplete="off" />
          <TextField {...field("balanceTo")} inputMode="numeric" autoComplete="off" />
          <TextField {...field("spendFrom")} inputMode="decimal" autoComplete="off" />
          <TextField {...field("spendTo")} inputMode="decimal" autoComplete="off" />
          <TextField {...field("joinedFrom")} type="date" />
          <TextField {...field("joinedTo")} type="date" />
          <SelectField
            {...field("marketing")}
            options={[
              any,
              { value: "given", label: t("given") },
              { value: "not-given", label: t("notGiven") },
            ]}
          />
          <TextField {...field("note")} autoComplete="off" />
        </div>
        <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
          <Checkbox
            name="rhythm"
            value="missed"
            label={t("rhythm")}
            defaultChecked={typed.rhythm === "missed"}
          />
          <span className="flex items-center gap-4">
            {isSet ? (
              <Link href={here} className="link touchable">
                {t("clearAll")}
              </Link>
            ) : null}
            <Button type="submit" variant="soft">
              {t("apply")}
            </Button>
          </span>
        </div>
      </form>
    </details>
  );
}

/** A segment may hold a number that the list does not offer. */
function withTyped(text: string | undefined, options: { value: string; label: string }[]) {
  if (!text || options.some((option) => option.value === text)) return options;
  return [...options, { value: text, label: text.replace(/^not-/, "> ") }];
}

/** The address says what is asked for, and nothing about what is not. */
function leaveOutEmpty(event: FormEvent<HTMLFormElement>): void {
  for (const control of event.currentTarget.elements) {
    if ((control instanceof HTMLInputElement || control instanceof HTMLSelectElement) && control.value === "")
      control.disabled = true;
  }
}
