"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

/** The press that uses a mailed link up. */
export function OpenCard({
  open,
  words,
}: {
  /** Bound to the link by the page. */
  open: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>;
  words: { submit: string; pending: string };
}) {
  const [{ problem }, action] = useActionState(open, emptyForm);
  return (
    <form action={action} className="grid gap-5">
      {problem ? <FormErrors title={problem.message} /> : null}
      <SubmitButton pendingLabel={words.pending} size="l">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
