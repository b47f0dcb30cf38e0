"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { PictureField } from "@/components/merchant/picture-field";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTyped } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { type Option, SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { Locale } from "@/lib/kernel/i18n/locale";
import { updateSettingsAction } from "@/lib/merchants/actions";
import { ColourField } from "./colour-field";

export interface ShopSettings {
  name: string;
  colour: string;
  logo: string | null;
  locale: Locale;
  country: string;
  timezone: string;
  currency: string;
  pointName: { one: string; other: string } | null;
  undoMinutes: number | null;
  /** Purchases were recorded in it. */
  currencyFixed: boolean;
}

const beside = [
  "name",
  "colour",
  "logo",
  "locale",
  "country",
  "timezone",
  "currency",
  "pointName.one",
  "pointName.other",
  "undoMinutes",
];

/** What a shop is called, looks like and counts in. */
export function ShopForm({
  shop,
  countries,
  zones,
  currencies,
}: {
  shop: ShopSettings;
  countries: Option[];
  zones: Option[];
  currencies: Option[];
}) {
  const t = useTranslations("settings.shop");
  const router = useRouter();
  const toast = useToast();
  const words = useTranslations("settings.logo");
  const form = useTyped("shop", () => typedShop(shop));
  const { typed, began } = form;
  const [sent, setSent] = useState(typed);
  const change = (changes: Partial<ShopTyped>) => form.change((before) => ({ ...before, ...changes }));
  const save = useAct(updateSettingsAction, {
    beside,
    onDone: () => {
      form.forget(sent);
      toast({ text: t("saved") });
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What was not touched here may have been changed elsewhere since.
    const [now, then] = [settingsIn(typed), settingsIn(began)];
    setSent(typed);
    save.run(Object.fromEntries(Object.entries(now).filter(([field, value]) => !isSame(value, then[field]))));
  };
  const field = (name: Exclude<keyof ShopTyped, "logo">) => ({
    value: typed[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      change({ [name]: value }),
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <TypedBefore form={form} />
      <TextField
        {...field("name")}
        label={t("name")}
        maxLength={80}
        error={save.fields.name}
        className="sm:max-w-80"
      />
      <ColourField
        colour={typed.colour}
        name={typed.name}
        error={save.fields.colour}
        onChange={(colour) => change({ colour })}
      />
      <PictureField
        legend={words("legend")}
        alt={words("alt")}
        picture={typed.logo}
        error={save.fields.logo}
        onChange={(logo) => change({ logo })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          {...field("pointOne")}
          label={t("pointOne")}
          hint={t("pointHint")}
          placeholder={t("pointOneExample")}
          maxLength={30}
          error={save.fields["pointName.one"]}
        />
        <TextField
          {...field("pointOther")}
          label={t("pointOther")}
          placeholder={t("pointOtherExample")}
          maxLength={30}
          error={save.fields["pointName.other"]}
        />
        <SelectField
          {...field("locale")}
          label={t("locale")}
          hint={t("localeHint")}
          options={[
            { value: "en", label: "English" },
            { value: "tr", label: "Türkçe" },
          ]}
          error={save.fields.locale}
        />
        <SelectField
          {...field("country")}
          label={t("country")}
          hint={t("countryHint")}
          options={countries}
          error={save.fields.country}
        />
        <SelectField
          {...field("timezone")}
          label={t("timezone")}
          hint={t("timezoneHint")}
          options={zones}
          error={save.fields.timezone}
        />
        <SelectField
          {...field("currency")}
          label={t("currency")}
          hint={shop.currencyFixed ? t("currencyFixed") : t("currencyHint")}
          options={currencies}
          disabled={shop.currencyFixed}
          error={save.fields.currency}
        />
        <TextField
          {...field("undoMinutes")}
          label={t("undo")}
          hint={t("undoHint")}
          inputMode="numeric"
          autoComplete="off"
          after={t("undoUnit")}
          error={save.fields.undoMinutes && t("undoWrong")}
        />
      </div>
      <div className="grid justify-items-start gap-4 empty:hidden">
        <FormErrors title={save.error} />
        <Button type="submit" variant="main" pending={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** As the fields have it. */
type ShopTyped = Record<
  | "name"
  | "colour"
  | "pointOne"
  | "pointOther"
  | "locale"
  | "country"
  | "timezone"
  | "currency"
  | "undoMinutes",
  string
> & { logo: string | null };

const typedShop = ({ pointName, undoMinutes, currencyFixed: _, ...shop }: ShopSettings): ShopTyped => ({
  ...shop,
  pointOne: pointName?.one ?? "",
  pointOther: pointName?.other ?? "",
  undoMinutes: undoMinutes === null ? "" : String(undoMinutes),
});

/** As the shop keeps it. */
function settingsIn({ pointOne, pointOther, ...typed }: ShopTyped): Record<string, unknown> {
  const [one, other] = [pointOne.trim(), pointOther.trim()];
  return {
    ...typed,
    name: typed.name.trim(),
    undoMinutes: wholeMinutes(typed.undoMinutes.trim()),
    pointName: one || other ? { one: one || other, other: other || one } : null,
  };
}

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);

/** Empty is no limit; what is no number is sent as something that is refused beside its field. */
const wholeMinutes = (text: string): number | null => (text === "" ? null : Number(text));
