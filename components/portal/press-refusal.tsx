"use client";

import { useActionState } from "react";
import { emptyForm, type FormState } from "@/lib/kernel/action-result";
import { FormProblem } from "./form-problem";

/**
 * What stopped a press, at the top of its page: the row that was pressed may be closed by then, or have no form any more.
 * `at`: the address that the form of that press leads to, see PressForm; by it the answer finds its way here.
 */
export function PressRefusal<Data>({
  act,
  at,
  signInAgain,
  again,
}: {
  act: (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>>;
  at: string;
  signInAgain: string;
  again: string;
}) {
  const [{ problem }] = useActionState<FormState<Data>, FormData>(act as never, emptyForm as never, at);
  if (!problem) return null;
  return (
    <div className="mb-4">
      <FormProblem problem={problem} beside={[]} signInAgain={signInAgain} label={again} />
    </div>
  );
}
