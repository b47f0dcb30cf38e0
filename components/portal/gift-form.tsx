"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { offerGiftAction } from "@/lib/points/actions";
import { FormProblem } from "./form-problem";

const fields = ["card", "points", "message"] as const;

/** Points for another member, by the number of their card. */
export function GiftForm({
  give,
  id,
  words,
  signInAgain,
}: {
  give: BoundForm<typeof offerGiftAction>;
  /** The form's own, so that one sent twice is one gift. */
  id: string;
  words: Record<(typeof fields)[number] | "cardHint" | "pointsHint" | "give" | "giving" | "again", string>;
  signInAgain: string;
}) {
  const [{ problem, values }, action] = useActionState(give, emptyForm);
  return (
    <form action={action} className="mt-4 grid gap-5" noValidate>
      <input type="hidden" name="id" value={id} />
      <TextField
        label={words.card}
        hint={words.cardHint}
        name="card"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.card}
        error={problem?.fields.card}
        required
      />
      <TextField
        label={words.points}
        hint={words.pointsHint}
        name="points"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values.points}
        error={problem?.fields.points}
        required
      />
      <TextField
        label={words.message}
        name="message"
        autoComplete="off"
        maxLength={200}
        defaultValue={values.message}
        error={problem?.fields.message}
      />
      <FormProblem problem={problem} beside={fields} signInAgain={signInAgain} label={words.again} />
      <SubmitButton pendingLabel={words.giving} size="l">
        {words.give}
      </SubmitButton>
    </form>
  );
}
