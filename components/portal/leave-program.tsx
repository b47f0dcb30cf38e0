"use client";

import { useActionState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

/** Leaving for good: said in full before the button that does it can be reached. */
export function LeaveProgram({
  leave,
  words,
}: {
  leave: (previous: FormState<never>, form: FormData) => Promise<FormState<never>>;
  words: { body: string; lost: string | null; open: string; confirm: string; sure: string; pending: string };
}) {
  const [{ problem }, action] = useActionState(leave, emptyForm);
  return (
    <Disclosure
      summary={<span className="link">{words.open}</span>}
      chevron={false}
      open={problem !== undefined}
    >
      <p>{[words.body, words.lost].filter(Boolean).join(" ")}</p>
      <form action={action} className="mt-3 grid gap-3">
        <p className="text-ink-2">{words.sure}</p>
        <FormErrors title={problem?.message} />
        <div>
          <SubmitButton variant="bad" pendingLabel={words.pending}>
            {words.confirm}
          </SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
