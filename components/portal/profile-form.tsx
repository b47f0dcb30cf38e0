"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { editOwnProfileAction } from "@/lib/members/actions";
import { FormProblem } from "./form-problem";

const fields = ["name", "phone", "birthday"] as const;
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
  words: Values & { save: string; saving: string; saved: string; signInAgain: string };
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
        min="1900-01-01"
        defaultValue={shown.birthday}
        error={problem?.fields.birthday}
      />
      {fields.map((name) => (
        // What is sent as it was shown is no change: another tab may have made one.
        <input key={name} type="hidden" name={`was.${name}`} value={known[name]} />
      ))}
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
