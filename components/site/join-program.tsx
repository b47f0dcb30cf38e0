"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

/** Makes a member of somebody whose address is proven; their name is theirs to give. */
export function JoinProgram({
  join,
  words,
}: {
  /** Bound to the program by the page. */
  join: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>;
  words: { name: string; submit: string; pending: string };
}) {
  const [{ problem, values }, action] = useActionState(join, emptyForm);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        error={problem?.fields.name}
      />
      {problem && !problem.fields.name ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending} size="l">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
