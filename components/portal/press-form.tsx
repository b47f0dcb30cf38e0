"use client";

import { useActionState } from "react";
import type { ButtonVariant } from "@/components/ui/button-class";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";
import { FormProblem } from "./form-problem";

/** One act by one press, or by one of several: what it is about is hidden in the form; a refusal stands below it. */
export function PressForm<Data>({
  act,
  hidden,
  buttons,
  pending,
  signInAgain,
  again,
}: {
  act: (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>>;
  hidden: Record<string, string>;
  buttons: { label: string; name?: string; value?: string; variant?: ButtonVariant }[];
  pending: string;
  signInAgain: string;
  again: string;
}) {
  const [{ problem }, action] = useActionState<FormState<Data>, FormData>(act as never, emptyForm as never);
  return (
    <form action={action} className="grid gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormProblem problem={problem} beside={[]} signInAgain={signInAgain} label={again} />
      <div className="flex flex-wrap gap-2.5">
        {buttons.map(({ label, ...button }) => (
          <SubmitButton key={label} pendingLabel={pending} size="l" {...button}>
            {label}
          </SubmitButton>
        ))}
      </div>
    </form>
  );
}
