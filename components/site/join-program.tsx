"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { join } from "@/lib/access/actions";
import { emptyForm } from "@/lib/kernel/action-result";

/** Makes a member of somebody whose address is proven; their name is theirs to give. */
export function JoinProgram({
  slug,
  words,
}: {
  slug: string;
  words: { name: string; submit: string; pending: string };
}) {
  const [{ problem, values }, action] = useActionState(join.bind(null, slug), emptyForm);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        error={problem?.fields.name}
      />
      <FormErrors title={problem && !problem.fields.name ? problem.message : undefined} />
      <SubmitButton pendingLabel={words.pending} size="l">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
