"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { setOwnMailPreferenceAction } from "@/lib/messaging/actions";
import { FormProblem } from "./form-problem";

type SetPreference = BoundForm<typeof setOwnMailPreferenceAction>;

interface Switch {
  kind: string;
  wanted: boolean;
  /** What the mail is about. */
  label: string;
  /** How it stands. */
  now: string;
  change: string;
}

/** Each kind of mail that comes by itself, and one press to end it or begin it again. */
export function MailSwitches({
  set,
  switches,
  words,
  signInAgain,
}: {
  set: SetPreference;
  switches: Switch[];
  words: { title: string; body: string; signInAgain: string };
  signInAgain: string;
}) {
  return (
    <section id="mail" className="mt-8 border-t border-line pt-5">
      <h2 className="mb-2 text-title">{words.title}</h2>
      <p className="wrap-anywhere text-ink-2">{words.body}</p>
      {switches.map((one) => (
        <MailSwitch key={one.kind} set={set} one={one} signInAgain={signInAgain} label={words.signInAgain} />
      ))}
    </section>
  );
}

function MailSwitch({
  set,
  one,
  signInAgain,
  label,
}: {
  set: SetPreference;
  one: Switch;
  signInAgain: string;
  label: string;
}) {
  const [{ problem }, action] = useActionState(set, emptyForm);
  return (
    <form action={action} className="mt-4 grid gap-2">
      <input type="hidden" name="kind" value={one.kind} />
      <div className="flex items-center justify-between gap-4">
        <p>
          {one.label} <span className="block text-ink-2">{one.now}</span>
        </p>
        <SubmitButton
          variant="plain"
          className="flex-none"
          name="wanted"
          value={one.wanted ? "no" : "yes"}
          aria-label={`${one.change}: ${one.label}`}
        >
          {one.change}
        </SubmitButton>
      </div>
      <FormProblem problem={problem} beside={[]} signInAgain={signInAgain} label={label} />
    </form>
  );
}
