"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

/** Ends a kind of mail, or begins it again. Works without script. */
export function StopMail({
  answer,
  wanted,
  words,
}: {
  /** Bound to the link by the page. */
  answer: (
    previous: FormState<{ wanted: boolean }>,
    form: FormData,
  ) => Promise<FormState<{ wanted: boolean }>>;
  /** How it stands. */
  wanted: boolean;
  words: { body: string; press: string; pending: string };
}) {
  const [{ problem }, action] = useActionState(answer, emptyForm);
  return (
    <form action={action} className="mt-3 grid gap-5">
      <p className="text-ink-2">{words.body}</p>
      {problem ? <FormErrors title={problem.message} /> : null}
      <div>
        <SubmitButton
          name="wanted"
          value={wanted ? "no" : "yes"}
          variant={wanted ? "main" : "plain"}
          pendingLabel={words.pending}
          size="l"
        >
          {words.press}
        </SubmitButton>
      </div>
    </form>
  );
}
