"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { MailAsked } from "@/lib/access/actions";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";
import { type MailAskedWords, MailWasAsked } from "./mail-asked";

interface Words extends MailAskedWords {
  name: string;
  email: string;
  marketing: string;
  marketingHint: string;
  /** Said when the session of somebody whose address was proven has ended. */
  ended: string;
  submit: string;
  pending: string;
}

/** Joining in one screen. Works without script; the box for offers is empty until somebody ticks it. */
export function JoinProgram({
  join,
  asksEmail,
  intro,
  here,
  words,
}: {
  /** Bound to the program by the page. */
  join: (previous: FormState<MailAsked>, form: FormData) => Promise<FormState<MailAsked>>;
  /** Not of somebody whose address is proven. */
  asksEmail: boolean;
  intro: string;
  here: string;
  words: Words;
}) {
  const [{ problem, values, data }, action] = useActionState(join, emptyForm);
  if (data) return <MailWasAsked data={data} words={words} here={here} />;
  const isBeside = problem?.fields.name || problem?.fields.email;
  return (
    <form action={action} className="grid gap-5" noValidate>
      <p className="mt-2 wrap-anywhere text-ink-2">{intro}</p>
      {asksEmail ? (
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
      ) : null}
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        error={problem?.fields.name}
      />
      <Checkbox
        name="marketing"
        label={words.marketing}
        hint={words.marketingHint}
        defaultChecked={values.marketing !== undefined}
      />
      {problem && !isBeside ? (
        <FormErrors title={problem.code === "unauthenticated" ? words.ended : problem.message} />
      ) : null}
      <SubmitButton pendingLabel={words.pending} size="l">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
