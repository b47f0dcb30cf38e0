"use client";

import { useTranslations } from "next-intl";
import type { FormEvent, ReactNode } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import type { TypedFields } from "@/components/merchant/use-typed-fields";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

/** What can be known of a member, as the form has it: empty text where nothing is known. */
export type MemberValues = Record<
  "name" | "phone" | "email" | "birthday" | "tier" | "externalId" | "locale",
  string
>;

export const memberFields = ["name", "phone", "email", "birthday", "tier", "externalId", "locale"] as const;

export const noValues: MemberValues = {
  name: "",
  phone: "",
  email: "",
  birthday: "",
  tier: "",
  externalId: "",
  locale: "",
};

/** Everything about a member that a person types in, with what is wrong beside each field. */
export function MemberForm({
  form,
  values = noValues,
  tiers,
  errors,
  error,
  children,
  onSubmit,
}: {
  form: TypedFields;
  /** What is known already. */
  values?: MemberValues;
  tiers: { key: string; name: string }[];
  errors: Record<string, string>;
  error: ReactNode;
  /** The buttons. */
  children: ReactNode;
  onSubmit: (values: MemberValues) => void;
}) {
  const t = useTranslations("members.field");
  const field = (name: keyof MemberValues) => ({
    name,
    label: t(name),
    defaultValue: values[name],
    error: errors[name],
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = memberFields.map((name) => [name, String(data.get(name) ?? "").trim()]);
    onSubmit({ ...noValues, ...Object.fromEntries(typed) });
  };
  const text = { autoComplete: "off" } as const;
  return (
    <form {...form.listen} onSubmit={submit} noValidate className="grid gap-4">
      <TypedBefore form={form} />
      <TextField {...field("name")} {...text} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field("phone")} {...text} type="tel" />
        <TextField {...field("email")} {...text} type="email" />
        <TextField {...field("birthday")} {...text} type="date" />
        <TextField {...field("externalId")} {...text} />
        {tiers.length > 0 ? (
          <SelectField
            {...field("tier")}
            options={[
              { value: "", label: t("noTier") },
              ...tiers.map((tier) => ({ value: tier.key, label: tier.name })),
            ]}
          />
        ) : null}
        <SelectField
          {...field("locale")}
          options={[
            { value: "", label: t("noLocale") },
            { value: "en", label: t("en") },
            { value: "tr", label: t("tr") },
          ]}
        />
      </div>
      <FormErrors title={error} />
      <div className="flex flex-wrap gap-2.5">{children}</div>
    </form>
  );
}
