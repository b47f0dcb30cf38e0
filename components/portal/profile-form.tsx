"use client";

import { useActionState } from "react";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { editOwnProfileAction } from "@/lib/members/actions";
import { FormProblem } from "./form-problem";

const fields = ["name", "phone", "birthday", "locale"] as const;
type Values = Record<(typeof fields)[number], string>;

/** What a customer may change of themselves. */
export function ProfileForm({
  save,
  values: known,
  saved,
  words,
  signInAgain,
}: {
  save: BoundForm<typeof editOwnProfileAction>;
  values: Values;
  /** It was saved just now. */
  saved: boolean;
  words: Values & { localeHint: string; save: string; saving: string; saved: string; signInAgain: string };
  signInAgain: string;
}) {
  const [{ problem, values }, action] = useActionState(save, emptyForm);
  const shown = problem ? { ...known, ...values } : known;
  return (
    <form action={action} className="mt-5 grid gap-5" noValidate>
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        defaultValue={shown.name}
        error={problem?.fields.name}
      />
      <TextField
        label={words.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={shown.phone}
        error={problem?.fields.phone}
      />
      <TextField
        label={words.birthday}
        name="birthday"
        type="date"
        autoComplete="bday"
        defaultValue={shown.birthday}
        error={problem?.fields.birthday}
      />
      <SelectField
        // A select keeps what it was drawn with first; what is saved may be another.
        key={shown.locale}
        label={words.locale}
        hint={words.localeHint}
        name="locale"
        defaultValue={shown.locale}
        error={problem?.fields.locale}
        options={[
          { value: "en", label: "English" },
          { value: "tr", label: "Türkçe" },
        ]}
      />
      <FormProblem problem={problem} beside={fields} signInAgain={signInAgain} label={words.signInAgain} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel={words.saving} size="l">
          {words.save}
        </SubmitButton>
        <p role="status" className="text-ink-2">
          {saved && !problem ? words.saved : null}
        </p>
      </div>
    </form>
  );
}
