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
  /** What happens now, with mail and without; {email} is filled in. */
  sentTitle: string;
  sent: string;
  keptTitle: string;
  kept: string;
  again: string;
}

/** Asks for an address, sends a link there, and says so in the same place. Works without script. */
export function AskByMail({
  ask,
  words,
  intro,
  here,
  size,
}: {
  ask: (previous: FormState<MailAsked>, form: FormData) => Promise<FormState<MailAsked>>;
  words: Words;
  intro: string;
  /** The page's own address, to begin again. */
  here: string;
  size?: "m" | "l";
}) {
  const [state, action] = useActionState(ask, emptyForm);
  const { problem, values, data } = state;
  if (data) {
    const [before, after] = (data.mailed ? words.sent : words.kept).split("{email}");
    return (
      <div role="status">
        <p className="mt-4 text-title">{data.mailed ? words.sentTitle : words.keptTitle}</p>
        <p className="mt-1 text-ink-2">
          {before}
          <b className="font-strong wrap-anywhere text-ink">{data.email}</b>
          {after}
        </p>
        <p className="mt-5">
          {/* A plain link: the page begins again, without what was answered. */}
          <a href={here} className="link">
            {words.again}
          </a>
        </p>
      </div>
    );
  }
  return (
    <form action={action} className="grid gap-5" noValidate>
      <p className="mt-2 text-ink-2">{intro}</p>
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
