"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { type BoundForm, emptyForm } from "@/lib/kernel/action-result";
import type { inviteStaffAction } from "@/lib/merchants/actions";
import { useRoleOptions } from "./use-role-options";

/** Adds a person to the team; a mailed link lets them choose a password. */
export function InviteForm({ invite }: { invite: BoundForm<typeof inviteStaffAction> }) {
  const t = useTranslations("settings.invite");
  const router = useRouter();
  const toast = useToast();
  const roles = useRoleOptions();
  const [state, action] = useActionState(invite, emptyForm);
  const { data, problem, values, turn } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (!data) return;
    toast({ text: t("done") });
    router.refresh();
  }, [turn]);
  const fields = problem?.fields ?? {};
  return (
    <form key={turn} action={action} noValidate className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        name="email"
        type="email"
        label={t("email")}
        defaultValue={values.email}
        error={fields.email}
        autoComplete="off"
      />
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={values.name}
        error={fields.name}
        autoComplete="off"
      />
      <SelectField
        name="role"
        label={t("role")}
        defaultValue={values.role ?? "cashier"}
        options={roles}
        error={fields.role}
      />
      <div className="sm:col-span-2">
        <FormErrors title={problem && Object.keys(fields).length === 0 ? problem.message : undefined} />
      </div>
      <div>
        <SubmitButton pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
