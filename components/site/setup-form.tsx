"use client";

import { useActionState, useEffect, useRef } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { type Option, SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { emptyForm } from "@/lib/kernel/action-result";
import { setUpShop } from "@/lib/merchants/actions";

type Field = "name" | "slug" | "currency" | "timezone" | "ownerName" | "ownerEmail" | "ownerPassword";

interface Words extends Record<Field, string> {
  shop: string;
  owner: string;
  slugHint: string;
  timezoneHint: string;
  passwordHint: string;
  submit: string;
  pending: string;
}

/** The first shop and its owner. The browser's own time zone is chosen to begin with. */
export function SetupForm({
  words,
  currencies,
  timezones,
  start,
}: {
  words: Words;
  currencies: Option[];
  timezones: Option[];
  start: { currency: string; timezone: string };
}) {
  const [{ problem, values, turn }, action] = useActionState(setUpShop, emptyForm);
  const zone = useOwnZone(turn === 0);
  const text = (name: Field) => ({
    label: words[name],
    name,
    defaultValue: values[name],
    error: problem?.fields[name],
  });
  return (
    <form action={action} className="grid gap-5" noValidate>
      <h2 className="text-title">{words.shop}</h2>
      <TextField {...text("name")} autoComplete="organization" maxLength={80} required />
      <TextField
        {...text("slug")}
        hint={words.slugHint}
        before="/c/"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          {...text("currency")}
          key={`currency ${turn}`}
          options={currencies}
          defaultValue={values.currency ?? start.currency}
          required
        />
        <SelectField
          {...text("timezone")}
          key={`timezone ${turn}`}
          ref={zone}
          hint={words.timezoneHint}
          options={timezones}
          defaultValue={values.timezone ?? start.timezone}
          required
        />
      </div>
      <h2 className="mt-3 text-title">{words.owner}</h2>
      <TextField {...text("ownerName")} autoComplete="name" />
      <TextField {...text("ownerEmail")} type="email" autoComplete="username" required />
      <TextField
        {...text("ownerPassword")}
        defaultValue={undefined}
        hint={words.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
      />
      {problem ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}

function useOwnZone(wanted: boolean) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...(select.current?.options ?? [])].some((option) => option.value === own);
    if (wanted && known && select.current) select.current.value = own;
  }, [wanted]);
  return select;
}
