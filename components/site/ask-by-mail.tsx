"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { MailAsked } from "@/lib/access/actions";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

interface Words {
  email: string;
  submit: string;
  pending: string;
  sentTitle: string;
  /** With {email} to fill in: what happens now, with mail and without. */
  sent: string;
  kept: string;
}

/** Asks for an address, sends a link there, and says so in the same place. Works without script. */
export function AskByMail({
  ask,
  words,
  size,
}: {
  ask: (previous: FormState<MailAsked>, form: FormData) => Promise<FormState<MailAsked>>;
  words: Words;
  size?: "m" | "l";
}) {
  const [state, action] = useActionState(ask, emptyForm);
  const { problem, values, data } = state;
  if (data) {
    const [before, after] = (data.mailed ? words.sent : words.kept).split("{email}");
    return (
      <div role="status">
        <p className="text-title">{words.sentTitle}</p>
        <p className="mt-1 text-ink-2">
          {before}
          <b className="font-strong wrap-anywhere text-ink">{data.email}</b>
          {after}
        </p>
      </div>
    );
  }
  return (
    <form action={action} className="grid gap-5" noValidate>
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
      <FormErrors title={problem && !problem.fields.email ? problem.message : undefined} />
      <SubmitButton pendingLabel={words.pending} size={size}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
