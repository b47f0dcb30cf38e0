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
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { applyExpiryAction } from "@/lib/points/actions";

/** Asks once more, with the reason that members will read, and applies the published policy to points that exist. */
export function ApplyExpiry({ version, members }: { version: number; members: number }) {
  const t = useTranslations("expiry.existing");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields("expiry of what exists");
  const apply = useAct(applyExpiryAction, {
    beside: ["reason"],
    onDone: () => {
      kept.forget();
      setOpen(false);
      toast({ text: t("done") });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply.run({ version, reason: String(new FormData(event.currentTarget).get("reason") ?? "") });
  };
  return (
    <Dialog
      trigger={<Button>{t("apply")}</Button>}
      title={t("ask")}
      description={t("askBody", { members })}
      open={open}
      onOpenChange={setOpen}
    >
      <form {...kept.listen} onSubmit={submit} className="grid gap-4">
        <TypedBefore form={kept} />
        <TextField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          maxLength={200}
          autoComplete="off"
          error={apply.fields.reason}
        />
        <FormErrors title={apply.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("keep")}</Button>
          </DialogClose>
          <Button type="submit" variant="bad" pending={apply.isPending}>
            {t("confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
