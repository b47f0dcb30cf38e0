"use client";

import { useActionState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { setOwnConsentAction } from "@/lib/members/actions";
import { FormProblem } from "./form-problem";

interface ConsentShown {
  kind: string;
  given: boolean;
  /** What is agreed to. */
  label: string;
  /** How it stands. */
  now: string;
  change: string;
}

type SetConsent = BoundForm<typeof setOwnConsentAction>;

/** What a customer agreed to, one press to change it, and every answer they ever gave. */
export function Consents({
  set,
  consents,
  history,
  locale,
  words,
  signInAgain,
}: {
  set: SetConsent;
  consents: ConsentShown[];
  history: { key: string; day: string; said: string; wording: string }[];
  locale: string;
  words: { title: string; history: string; none: string; signInAgain: string };
  signInAgain: string;
}) {
  return (
    <section id="consents" className="mt-8 border-t border-line pt-5">
      <h2 className="mb-2 text-title">{words.title}</h2>
      {consents.map((consent) => (
        <Consent
          key={consent.kind}
          set={set}
          consent={consent}
          locale={locale}
          signInAgain={signInAgain}
          label={words.signInAgain}
        />
      ))}
      <div className="mt-2">
        <Disclosure summary={<span className="link">{words.history}</span>} chevron={false}>
          {history.length === 0 ? (
            <p className="text-ink-2">{words.none}</p>
          ) : (
            <ol>
              {history.map(({ key, day, said, wording }) => (
                <li key={key} className="border-b border-line py-2.5 last:border-0">
                  <p>
                    <span className="font-strong">{day}</span>, {said}
                  </p>
                  <p className="text-body text-ink-2">{wording}</p>
                </li>
              ))}
            </ol>
          )}
        </Disclosure>
      </div>
    </section>
  );
}

function Consent({
  set,
  consent,
  locale,
  signInAgain,
  label,
}: {
  set: SetConsent;
  consent: ConsentShown;
  locale: string;
  signInAgain: string;
  label: string;
}) {
  const [{ problem }, action] = useActionState(set, emptyForm);
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="kind" value={consent.kind} />
      <input type="hidden" name="locale" value={locale} />
      <div className="flex items-center justify-between gap-4">
        <p>
          {consent.label} <span className="block text-ink-2">{consent.now}</span>
        </p>
        <SubmitButton variant="plain" className="flex-none" name="given" value={consent.given ? "no" : "yes"}>
          {consent.change}
        </SubmitButton>
      </div>
      <FormProblem problem={problem} beside={[]} signInAgain={signInAgain} label={label} />
    </form>
  );
}
