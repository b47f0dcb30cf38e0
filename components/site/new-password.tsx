"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { choosePassword } from "@/lib/access/actions";
import { emptyForm } from "@/lib/kernel/action-result";

interface Words {
  password: string;
  passwordHint: string;
  submit: string;
  pending: string;
  /** Asked of somebody who was invited. */
  name?: string;
}

/** Sets a password by a mailed link, whose address is shown so that a password manager keeps the pair. */
export function NewPassword({ token, email, words }: { token: string; email: string; words: Words }) {
  const [state, action] = useActionState(choosePassword.bind(null, token), emptyForm);
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
      <FormErrors title={problem?.code === "invalid" ? undefined : problem?.message} />
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
