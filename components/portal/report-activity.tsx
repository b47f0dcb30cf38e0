"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { reportActivityAction } from "@/lib/activities/actions";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import { FormProblem } from "./form-problem";

/** A member says that they did it, with what the shop asks for. Its id came with the page, so pressed twice it is once. */
export function ReportActivity({
  report,
  type,
  externalId,
  asked,
  words,
  signInAgain,
}: {
  report: BoundForm<typeof reportActivityAction>;
  type: string;
  externalId: string;
  asked: string | null;
  words: { submit: string; sending: string; signInAgain: string };
  signInAgain: string;
}) {
  const [{ problem, values }, action] = useActionState(report, emptyForm);
  return (
    <form action={action} className="mt-3 grid justify-items-start gap-3" noValidate>
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="externalId" value={externalId} />
      {asked ? (
        <TextField
          label={asked}
          name="answer"
          defaultValue={values.answer}
          error={problem?.fields.answer}
          autoComplete="off"
          maxLength={1000}
          className="w-full"
        />
      ) : null}
      <FormProblem
        problem={problem}
        beside={["answer"]}
        signInAgain={signInAgain}
        label={words.signInAgain}
      />
      <SubmitButton variant="plain" pendingLabel={words.sending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
