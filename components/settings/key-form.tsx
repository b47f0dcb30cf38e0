"use client";

import { Check, Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Scope } from "@/lib/access/actor";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { createApiKeyAction } from "@/lib/merchants/actions";

const scopes: Scope[] = [
  "members:read",
  "members:write",
  "purchases:write",
  "activities:write",
  "points:write",
  "rewards:read",
  "rewards:write",
  "program:read",
];

/** Makes a key for another program, and shows its secret this once. */
export function KeyForm({ create }: { create: BoundForm<typeof createApiKeyAction> }) {
  const t = useTranslations("settings.newKey");
  const router = useRouter();
  const [state, action] = useActionState(create, emptyForm);
  const { data, problem, values, turn } = state;
  // A refusal draws the form anew; what was ticked stays ticked.
  const [ticked, setTicked] = useState<Scope[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (data) router.refresh();
  }, [turn]);
  const fields = problem?.fields ?? {};
  const scopeError = fields.scopes ?? fields["scopes.0"];
  return (
    <>
      {data ? <Secret key={data.id} secret={data.secret} /> : null}
      <form key={turn} action={action} noValidate className="grid gap-4">
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          defaultValue={values.name}
          error={fields.name}
          autoComplete="off"
          className="sm:max-w-80"
        />
        <FieldGroup legend={t("scopes")} error={scopeError}>
          <div className="grid">
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                name="scopes"
                value={scope}
                label={<ScopeWords scope={scope} />}
                defaultChecked={ticked.includes(scope)}
                onChange={(event) => setTicked(toggled(ticked, scope, event.currentTarget.checked))}
              />
            ))}
          </div>
        </FieldGroup>
        <FormErrors title={problem && Object.keys(fields).length === 0 ? problem.message : undefined} />
        <div>
          <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </>
  );
}

const toggled = (scopes: Scope[], scope: Scope, on: boolean): Scope[] =>
  on ? [...scopes, scope] : scopes.filter((one) => one !== scope);

function ScopeWords({ scope }: { scope: Scope }) {
  const t = useTranslations("settings.scope");
  const words: Record<Scope, string> = {
    "members:read": t("membersRead"),
    "members:write": t("membersWrite"),
    "purchases:write": t("purchasesWrite"),
    "activities:write": t("activitiesWrite"),
    "points:write": t("pointsWrite"),
    "rewards:read": t("rewardsRead"),
    "rewards:write": t("rewardsWrite"),
    "program:read": t("programRead"),
  };
  return (
    <>
      {words[scope]} <code className="text-small text-ink-2">{scope}</code>
    </>
  );
}

/** Whether it worked: over plain http there is no clipboard, and a browser may refuse. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("settings.newKey");
  const [copied, setCopied] = useState(false);
  return (
    <div role="status" className="mb-6 rounded-control bg-wash px-4 py-3.5">
      <p className="font-strong">{t("secret")}</p>
      <p className="mt-1 text-ink-2">{t("secretBody")}</p>
      <div className="mt-2.5 flex flex-wrap items-center gap-2.5">
        <code className="min-w-0 grow rounded-control border border-line bg-float px-3 py-2 wrap-anywhere">
          {secret}
        </code>
        <Button
          icon={copied ? Check : Copy}
          onClick={async () => {
            setCopied(await copy(secret));
          }}
        >
          {t(copied ? "copied" : "copy")}
        </Button>
      </div>
    </div>
  );
}
