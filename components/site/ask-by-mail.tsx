"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { MailAsked } from "@/lib/access/actions";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";
import { type MailAskedWords, MailWasAsked } from "./mail-asked";

interface Words extends MailAskedWords {
  email: string;
  submit: string;
  pending: string;
}

/** Asks for an address, sends a link there, and says so in the same place. Works without script. */
export function AskByMail({
  ask,
  words,
  intro,
  here,
  landing,
  size,
}: {
  ask: (previous: FormState<MailAsked>, form: FormData) => Promise<FormState<MailAsked>>;
  words: Words;
  intro: string;
  /** The page's own address, to begin again. */
  here: string;
  /** Where the link leads in the end, when not where links of this kind do. */
  landing?: string;
  size?: "m" | "l";
}) {
  const [state, action] = useActionState(ask, emptyForm);
  const { problem, values, data } = state;
  if (data) return <MailWasAsked data={data} words={words} here={here} />;
  return (
    <form action={action} className="grid gap-5" noValidate>
      <p className="mt-2 text-ink-2">{intro}</p>
      {landing ? <input type="hidden" name="to" value={landing} /> : null}
      <TextField
        label={words.email}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        defaultValue={values.email}
        error={problem?.fields.email}
        required
      />
      {problem && !problem.fields.email ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending} size={size}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
