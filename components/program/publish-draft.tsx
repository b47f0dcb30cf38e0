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
import { TextareaField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { publishDraftAction } from "@/lib/program/actions";

/** Publishes the draft that was looked at, with a note for those who come later. */
export function PublishDraft({ revision, next }: { revision: number; next: number }) {
  const t = useTranslations("rules.publish");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields("publish");
  const publish = useAct(publishDraftAction, {
    beside: ["note"],
    onRefused: () => router.refresh(),
    onDone: ({ version }) => {
      kept.forget();
      setOpen(false);
      toast({ text: t("done", { version }) });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    publish.run({ revision, ...(note ? { note } : {}) });
  };
  return (
    <Dialog
      trigger={
        <Button size="s" variant="main">
          {t("action")}
        </Button>
      }
      title={t("title", { version: next })}
      description={t("body")}
      open={open}
      onOpenChange={setOpen}
    >
      <form {...kept.listen} onSubmit={submit} className="grid gap-4">
        <TypedBefore form={kept} />
        <TextareaField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          rows={2}
          maxLength={500}
          error={publish.fields.note}
        />
        <FormErrors title={publish.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("keep")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={publish.isPending}>
            {t("confirm", { version: next })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
