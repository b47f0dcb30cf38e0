"use client";

import { useActionState } from "react";
import type { ButtonVariant } from "@/components/ui/button-class";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";

/**
 * One act by one press, or by one of several: what it is about is hidden in the form. A refusal stands at the top of the
 * page that is at `at`, in its PressRefusal: what was pressed may be gone from there.
 */
export function PressForm<Data>({
  act,
  at,
  hidden,
  buttons,
  pending,
}: {
  act: (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>>;
  at: string;
  hidden: Record<string, string>;
  buttons: { label: string; name?: string; value?: string; variant?: ButtonVariant }[];
  pending: string;
}) {
  const [, action] = useActionState<FormState<Data>, FormData>(act as never, emptyForm as never, at);
  return (
    <form action={action} className="flex flex-wrap gap-2.5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {buttons.map(({ label, ...button }) => (
        <SubmitButton key={label} pendingLabel={pending} size="l" {...button}>
          {label}
        </SubmitButton>
      ))}
    </form>
  );
}
