"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { amountText, typedAmount } from "@/lib/kernel/typed-amount";
import type { Program } from "@/lib/program/schemas";
import { wholeNumber } from "./rule-form";
import { useSaveDraft } from "./use-save-draft";

type Fault = "whole" | "amount";
type NumberField = "acceptDays" | "holdDays" | "graceDays" | "valuePoints" | "approvalAbove";

/** How the program counts, keeps and takes back points: everything that is no rule. */
export function ProgramSettingsForm({ content, revision }: { content: Program; revision: number }) {
  const t = useTranslations("rules.settings");
  const wrong = useTranslations("rules.wrong");
  const locale = useLocale();
  const { currency } = useShop();
  const kept = useTypedFields("program settings");
  const draft = useSaveDraft({ revision, form: kept });
  const { earning, refunds, pointValue, enrolment, gifts, adjustments } = content;
  const [faults, setFaults] = useState<Partial<Record<NumberField | "valueAmount", Fault>>>({});

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const found: typeof faults = {};
    const number = (name: NumberField) => {
      const value = wholeNumber(text(name));
      if (value === undefined) found[name] = "whole";
      return value ?? 0;
    };
    const amount = typedAmount(text("valueAmount"), currency, locale);
    if (amount === null || amount <= 0) found.valueAmount = "amount";
    const next: Program = {
      ...content,
      earning: {
        ...earning,
        stacking: oneOf(text("stacking"), ["best", "add", "multiply"]),
        rounding: oneOf(text("rounding"), ["down", "nearest", "up"]),
        basis: {
          tax: oneOf(text("tax"), ["gross", "net"]),
          discounts: oneOf(text("discounts"), ["after", "before"]),
        },
        holdDays: number("holdDays"),
      },
      refunds: { policy: oneOf(text("policy"), ["debt", "writeOff"]), graceDays: number("graceDays") },
      pointValue: { points: number("valuePoints"), amount: amount ?? 0 },
      enrolment: { universalDefault: form.has("universalDefault") },
      gifts: { enabled: form.has("gifts"), acceptDays: number("acceptDays") },
      adjustments: { approvalAbove: number("approvalAbove") },
    };
    setFaults(found);
    if (Object.keys(found).length === 0) draft.save(next);
  };

  const numberField = (name: NumberField, value: number, path: string) => {
    const fault = faults[name];
    return {
      name,
      label: t(name),
      defaultValue: String(value),
      inputMode: "numeric" as const,
      autoComplete: "off",
      error: fault ? wrong(fault) : draft.fields[path],
    };
  };
  const choice = (
    name: "stacking" | "rounding" | "tax" | "discounts" | "policy",
    value: string,
    options: Record<string, string>,
  ) => ({
    name,
    label: t(name),
    defaultValue: value,
    options: Object.entries(options).map(([one, label]) => ({ value: one, label })),
  });
  const choices = {
    stacking: { best: t("stackingIs.best"), add: t("stackingIs.add"), multiply: t("stackingIs.multiply") },
    rounding: { down: t("roundingIs.down"), nearest: t("roundingIs.nearest"), up: t("roundingIs.up") },
    tax: { gross: t("taxIs.gross"), net: t("taxIs.net") },
    discounts: { after: t("discountsIs.after"), before: t("discountsIs.before") },
    policy: { debt: t("policyIs.debt"), writeOff: t("policyIs.writeOff") },
  };

  return (
    <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-7">
      <TypedBefore form={kept} />
      <Part title={t("counting")}>
        <SelectField {...choice("stacking", earning.stacking, choices.stacking)} hint={t("stackingHint")} />
        <SelectField {...choice("rounding", earning.rounding, choices.rounding)} hint={t("roundingHint")} />
        <SelectField {...choice("tax", earning.basis.tax, choices.tax)} />
        <SelectField {...choice("discounts", earning.basis.discounts, choices.discounts)} />
        <TextField {...numberField("holdDays", earning.holdDays, "earning.holdDays")} hint={t("holdHint")} />
      </Part>
      <Part title={t("keeping")}>
        <TextField
          {...numberField("valuePoints", pointValue.points, "pointValue.points")}
          className="sm:col-start-1"
        />
        <TextField
          name="valueAmount"
          label={t("valueAmount")}
          defaultValue={amountText(pointValue.amount, currency, locale)}
          inputMode="decimal"
          autoComplete="off"
          error={faults.valueAmount ? wrong(faults.valueAmount) : draft.fields["pointValue.amount"]}
        />
      </Part>
      <Part title={t("takingBack")}>
        <SelectField {...choice("policy", refunds.policy, choices.policy)} />
        <TextField
          {...numberField("graceDays", refunds.graceDays, "refunds.graceDays")}
          hint={t("graceHint")}
        />
      </Part>
      <Part title={t("people")}>
        <Checkbox
          name="universalDefault"
          label={t("universal")}
          hint={t("universalHint")}
          defaultChecked={enrolment.universalDefault}
          className="sm:col-span-2"
        />
        <Checkbox name="gifts" label={t("gifts")} defaultChecked={gifts.enabled} className="sm:col-span-2" />
        <TextField
          {...numberField("acceptDays", gifts.acceptDays, "gifts.acceptDays")}
          hint={t("acceptDaysHint")}
        />
        <TextField
          {...numberField("approvalAbove", adjustments.approvalAbove, "adjustments.approvalAbove")}
          hint={t("approvalHint")}
        />
      </Part>
      <div className="grid justify-items-start gap-4 empty:hidden">
        <FormErrors title={draft.error} />
        <Button type="submit" variant="main" pending={draft.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-4">
      <legend className="text-title float-left mb-3 w-full">{title}</legend>
      <div className="clear-both grid items-start gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** The value, if it is one of those; else the first. */
const oneOf = <const T extends string>(value: string, values: readonly [T, ...T[]]): T =>
  values.find((one) => one === value) ?? values[0];
