"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextareaField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { lockTierAction, unlockTierAction } from "@/lib/tiers/actions";

/** Keeps a member on a tier whatever happens, or lets it be earned again; with a reason, either way. */
export function LockTier({
  id,
  name,
  tier,
  locked,
  tiers,
}: {
  id: string;
  name: string;
  tier: string | null;
  locked: boolean;
  tiers: { key: string; name: string }[];
}) {
  const t = useTranslations("members.tierView");
  const members = useTranslations("members.field");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields(`tier ${id}`);
  const onDone = () => {
    kept.forget();
    setOpen(false);
    toast({ text: t(locked ? "unlockDone" : "lockDone") });
    router.refresh();
  };
  const lock = useAct(lockTierAction, { beside: ["tier", "reason"], onDone });
  const unlock = useAct(unlockTierAction, { beside: ["reason"], onDone });
  const act = locked ? unlock : lock;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = String(form.get("reason") ?? "");
    if (locked) unlock.run({ member: id, reason });
    else lock.run({ member: id, tier: String(form.get("tier") ?? "") || null, reason });
  };
  return (
    <Dialog
      trigger={<Button size="s">{t(locked ? "unlock" : "lock")}</Button>}
      title={t(locked ? "unlockTitle" : "lockTitle", { name })}
      description={t(locked ? "unlockBody" : "lockBody")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        act.forget();
      }}
    >
      <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        {locked ? null : (
          <SelectField
            name="tier"
            label={t("tier")}
            defaultValue={tier ?? ""}
            error={lock.fields.tier}
            options={[
              { value: "", label: members("noTier") },
              ...tiers.map((one) => ({ value: one.key, label: one.name })),
            ]}
          />
        )}
        <TextareaField
          name="reason"
          label={t("why")}
          hint={t("whyHint")}
          error={act.fields.reason}
          rows={2}
        />
        <FormErrors title={act.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={act.isPending}>
            {t(locked ? "unlock" : "lock")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
