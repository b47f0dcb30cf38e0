"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useOptimistic, useState, useTransition } from "react";
import { useAct } from "@/components/merchant/use-act";
import { useTakeBack } from "@/components/merchant/use-take-back";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/lib/access/actor";
import { changeRoleAction } from "@/lib/merchants/actions";
import { useRoleOptions } from "./use-role-options";

/**
 * What somebody may do. To choose is not to change: keys move through the roles, and among them are those that hold the
 * whole shop. A button gives the role that was chosen, and it can be taken back.
 */
export function RoleOf({ accountId, name, role }: { accountId: string; name: string; role: Role }) {
  const t = useTranslations("settings.team");
  const router = useRouter();
  const toast = useToast();
  const roles = useRoleOptions();
  const [chosen, setChosen] = useState<Role | null>(null);
  // What was given stands here until the page that was asked for anew says so, too.
  const [now, setNow] = useOptimistic(role);
  const [, start] = useTransition();
  const shown = (given: Role) =>
    start(() => {
      setNow(given);
      router.refresh();
    });
  const back = useTakeBack(changeRoleAction, (_, { role: given }) => {
    toast({ text: t("changed", { name, role: given }) });
    shown(given);
  });
  const change = useAct(changeRoleAction, {
    onDone: (_, { role: given }) => {
      setChosen(null);
      toast({
        text: t("changed", { name, role: given }),
        undo: { label: t("undo"), act: () => back.run({ accountId, role: now }) },
      });
      shown(given);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) change.run({ accountId, role: chosen });
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <SelectField
        label={t("roleOf", { name })}
        labelHidden
        value={chosen ?? now}
        options={roles}
        disabled={change.isPending}
        onChange={(event) =>
          setChosen(roles.find(({ value }) => value === event.currentTarget.value)?.value ?? null)
        }
      />
      {chosen && chosen !== now ? (
        <Button type="submit" size="s" pending={change.isPending}>
          {t("change")}
        </Button>
      ) : null}
      <FormErrors title={change.error} />
    </form>
  );
}
