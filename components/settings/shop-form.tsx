"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PictureField } from "@/components/merchant/picture-field";
import { useAct } from "@/components/merchant/use-act";
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
  const [chosenColour, setColour] = useState<string>();
  const words = useTranslations("settings.logo");
  const [chosenLogo, setLogo] = useState<string | null>();
  const [typedName, setName] = useState<string>();
  const [name, colour] = [typedName ?? shop.name, chosenColour ?? shop.colour];
  const logo = chosenLogo === undefined ? shop.logo : chosenLogo;
  const save = useAct(updateSettingsAction, {
    beside,
    onDone: () => {
      toast({ text: t("saved") });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "").trim();
    const [one, other] = [text("pointOne"), text("pointOther")];
    const typed = {
      name: text("name"),
      colour,
      logo,
      locale: text("locale") === "tr" ? ("tr" as const) : ("en" as const),
      country: text("country"),
      timezone: text("timezone"),
      currency: shop.currencyFixed ? shop.currency : text("currency"),
      undoMinutes: wholeMinutes(text("undoMinutes")),
      pointName: one || other ? { one: one || other, other: other || one } : null,
    };
    // What was not touched here may have been changed elsewhere since.
    const isTouched = (field: string) =>
      !isSame(typed[field as keyof typeof typed], shop[field as keyof typeof typed]);
    save.run(Object.fromEntries(Object.entries(typed).filter(([field]) => isTouched(field))));
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      <TextField
        name="name"
        label={t("name")}
        value={name}
        maxLength={80}
        error={save.fields.name}
        onChange={(event) => setName(event.currentTarget.value)}
        className="sm:max-w-80"
      />
      <ColourField colour={colour} name={name} error={save.fields.colour} onChange={setColour} />
      <PictureField
        legend={words("legend")}
        alt={words("alt")}
        picture={logo}
        error={save.fields.logo}
        onChange={setLogo}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          name="pointOne"
          label={t("pointOne")}
          hint={t("pointHint")}
          placeholder={t("pointOneExample")}
          defaultValue={shop.pointName?.one}
          maxLength={30}
          error={save.fields["pointName.one"]}
        />
        <TextField
          name="pointOther"
          label={t("pointOther")}
          placeholder={t("pointOtherExample")}
          defaultValue={shop.pointName?.other}
          maxLength={30}
          error={save.fields["pointName.other"]}
        />
        <SelectField
          name="locale"
          label={t("locale")}
          hint={t("localeHint")}
          defaultValue={shop.locale}
          options={[
            { value: "en", label: "English" },
            { value: "tr", label: "Türkçe" },
          ]}
          error={save.fields.locale}
        />
        <SelectField
          name="country"
          label={t("country")}
          hint={t("countryHint")}
          defaultValue={shop.country}
          options={countries}
          error={save.fields.country}
        />
        <SelectField
          name="timezone"
          label={t("timezone")}
          hint={t("timezoneHint")}
          defaultValue={shop.timezone}
          options={zones}
          error={save.fields.timezone}
        />
        <SelectField
          name="currency"
          label={t("currency")}
          hint={shop.currencyFixed ? t("currencyFixed") : t("currencyHint")}
          defaultValue={shop.currency}
          options={currencies}
          disabled={shop.currencyFixed}
          error={save.fields.currency}
        />
        <TextField
          name="undoMinutes"
          label={t("undo")}
          hint={t("undoHint")}
          defaultValue={shop.undoMinutes ?? ""}
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

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) ||
  (typeof one === "object" && one !== null && JSON.stringify(one) === JSON.stringify(other));

/** Empty is no limit; what is no number is sent as something that is refused beside its field. */
const wholeMinutes = (text: string): number | null => (text === "" ? null : Number(text));
