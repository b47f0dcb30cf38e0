"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { inviteStaffAction } from "@/lib/merchants/actions";
import { useRoleOptions } from "./use-role-options";

/** Adds a person to the team; a mailed link lets them choose a password. */
export function InviteForm() {
  const t = useTranslations("settings.invite");
  const router = useRouter();
  const toast = useToast();
  const roles = useRoleOptions();
  const form = useTypedFields("invitation");
  const invite = useAct(inviteStaffAction, {
    beside: ["email", "name", "role"],
    onDone: () => {
      form.startOver();
      toast({ text: t("done") });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? "").trim();
    const role = roles.find(({ value }) => value === text("role"))?.value ?? "cashier";
    invite.run({ email: text("email"), role, ...(text("name") && { name: text("name") }) });
  };
  return (
    <form {...form.listen} onSubmit={submit} noValidate className="grid items-start gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2 empty:hidden has-[>div:empty]:hidden">
        <TypedBefore form={form} />
      </div>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        error={invite.fields.email}
        autoComplete="off"
      />
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        error={invite.fields.name}
        autoComplete="off"
      />
      <SelectField
        name="role"
        label={t("role")}
        defaultValue="cashier"
        options={roles}
        error={invite.fields.role}
      />
      <div className="sm:col-span-2">
        <FormErrors title={invite.error} />
      </div>
      <div>
        <Button type="submit" variant="main" pending={invite.isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
