"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

interface Words {
  password: string;
  passwordHint: string;
  submit: string;
  pending: string;
  /** Asked of somebody who was invited. */
  name?: string;
}

/** Bound to the link by the page. */
type Choose = (previous: FormState<never>, form: FormData) => Promise<FormState<never>>;

/** Sets a password by a mailed link, whose address is shown so that a password manager keeps the pair. */
export function NewPassword({ choose, email, words }: { choose: Choose; email: string; words: Words }) {
  const [state, action] = useActionState(choose, emptyForm);
  const { problem, values } = state;
  return (
    <form action={action} className="grid gap-5" noValidate>
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      {words.name ? (
        <TextField
          label={words.name}
          name="name"
          autoComplete="name"
          defaultValue={values.name}
          error={problem?.fields.name}
        />
      ) : null}
      <TextField
        label={words.password}
        hint={words.passwordHint}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        error={problem?.fields.password}
        required
      />
      {problem && problem.code !== "invalid" ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
