"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "@/lib/access/actions";
import { emptyForm } from "@/lib/kernel/action-result";

interface Words {
  email: string;
  password: string;
  submit: string;
  pending: string;
}

/** Address and password; goes on to `to`. Works without script. */
export function PasswordSignIn({ words, to }: { words: Words; to: string | null }) {
  const [state, action] = useActionState(signIn, emptyForm);
  const { problem, values } = state;
  return (
    <form action={action} className="grid gap-5" noValidate>
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        error={problem?.fields.email}
        required
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        error={problem?.fields.password}
        required
      />
      {problem ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
