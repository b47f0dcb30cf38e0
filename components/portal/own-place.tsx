"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { bookOwnPlaceAction, releaseOwnPlaceAction } from "@/lib/events/actions";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import { FormProblem } from "./form-problem";

/** Takes a place at an event, or gives it back. */
export function OwnPlace({
  act,
  event,
  place,
  words,
  signInAgain,
}: {
  act: BoundForm<typeof bookOwnPlaceAction> | BoundForm<typeof releaseOwnPlaceAction>;
  event: string;
  place: string | null;
  words: { submit: string; sending: string; signInAgain: string };
  signInAgain: string;
}) {
  const [{ problem }, action] = useActionState(act as BoundForm<typeof bookOwnPlaceAction>, emptyForm);
  return (
    <form action={action} className="mt-3 grid justify-items-start gap-3" noValidate>
      <input type="hidden" name="event" value={event} />
      {place ? <input type="hidden" name="place" value={place} /> : null}
      <FormProblem problem={problem} beside={[]} signInAgain={signInAgain} label={words.signInAgain} />
      <SubmitButton variant="plain" pendingLabel={words.sending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
