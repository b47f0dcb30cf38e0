"use client";

import { Check, Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTyped } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import type { Scope } from "@/lib/access/actor";
import { createApiKeyAction } from "@/lib/merchants/actions";

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
export function KeyForm() {
  const t = useTranslations("settings.newKey");
  const router = useRouter();
  const form = useTyped<{ name: string; ticked: Scope[] }>("key", () => ({ name: "", ticked: [] }));
  const { name, ticked } = form.typed;
  const create = useAct(createApiKeyAction, {
    beside: ["name", "scopes"],
    onDone: () => {
      form.startOver();
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.run({ name, scopes: ticked });
  };
  const made = create.data;
  return (
    <>
      {made ? <Secret key={made.id} secret={made.secret} /> : null}
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={form} />
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={name}
          error={create.fields.name}
          autoComplete="off"
          className="sm:max-w-80"
          onChange={({ currentTarget: { value } }) => form.change((before) => ({ ...before, name: value }))}
        />
        <FieldGroup legend={t("scopes")} error={create.fields.scopes}>
          <div className="grid">
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                label={<ScopeWords scope={scope} />}
                checked={ticked.includes(scope)}
                onChange={({ currentTarget: { checked } }) =>
                  form.change((before) => ({ ...before, ticked: toggled(before.ticked, scope, checked) }))
                }
              />
            ))}
          </div>
        </FieldGroup>
        <FormErrors title={create.error} />
        <div>
          <Button type="submit" variant="main" pending={create.isPending}>
            {t("submit")}
          </Button>
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
