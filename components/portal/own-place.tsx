"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { bookOwnPlaceAction, releaseOwnPlaceAction } from "@/lib/events/actions";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import { eventAt } from "./row-address";

/** Takes a place at an event, or gives it back. What stops it stands at the top of the page: the place may be gone. */
export function OwnPlace({
  act,
  event,
  place,
  words,
  home,
}: {
  act: BoundForm<typeof bookOwnPlaceAction> | BoundForm<typeof releaseOwnPlaceAction>;
  event: string;
  place: string | null;
  words: { submit: string; sending: string };
  /** The card's own address. */
  home: string;
}) {
  const [, action] = useActionState(
    act as BoundForm<typeof bookOwnPlaceAction>,
    emptyForm,
    eventAt(home, event),
  );
  return (
    <form action={action} className="mt-3 grid justify-items-start gap-3" noValidate>
      <input type="hidden" name="event" value={event} />
      {place ? <input type="hidden" name="place" value={place} /> : null}
      <SubmitButton variant="plain" pendingLabel={words.sending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
