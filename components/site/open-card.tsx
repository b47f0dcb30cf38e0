"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { openCard } from "@/lib/access/actions";
import { emptyForm } from "@/lib/kernel/action-result";

/** The press that uses a mailed link up. */
export function OpenCard({ token, words }: { token: string; words: { submit: string; pending: string } }) {
  const [{ problem }, action] = useActionState(openCard.bind(null, token), emptyForm);
  return (
    <form action={action} className="grid gap-5">
      <FormErrors title={problem?.message} />
      <SubmitButton pendingLabel={words.pending} size="l">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
