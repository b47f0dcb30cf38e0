"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { TextField } from "@/components/ui/text-field";
import { LinkButton } from "@/components/ui/text-link";
import { useToast } from "@/components/ui/toast";
import { removeSegmentAction, saveSegmentAction } from "@/lib/segments/actions";
import type { MemberFilter } from "@/lib/segments/schemas";

/** Keeps the filter that is looked at under a name. */
export function SaveSegment({ filter }: { filter: MemberFilter }) {
  const t = useTranslations("segments.save");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields("segment");
  const save = useAct(saveSegmentAction, {
    beside: ["name"],
    onDone: (_, { name }) => {
      kept.forget();
      setOpen(false);
      toast({ text: t("done", { name }) });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.run({ name: String(new FormData(event.currentTarget).get("name") ?? ""), filter });
  };
  return (
    <Dialog
      trigger={<LinkButton>{t("action")}</LinkButton>}
      title={t("title")}
      description={t("body")}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        save.forget();
      }}
    >
      <form {...kept.listen} onSubmit={submit} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        <TextField name="name" label={t("name")} error={save.fields.name} autoComplete="off" />
        <FormErrors title={save.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={save.isPending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Forgets a segment, asked for once more. */
export function RemoveSegment({ id, name }: { id: string; name: string }) {
  const t = useTranslations("segments.remove");
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const remove = useAct(removeSegmentAction, {
    onDone: () => {
      toast({ text: t("done") });
      router.push(`/m/${slug}/members`);
    },
  });
  return (
    <AskFirst
      trigger={<LinkButton>{t("action")}</LinkButton>}
      title={t("title", { name })}
      description={t("body")}
      keep={t("keep")}
      confirm={t("confirm")}
      act={{ ...remove, run: () => remove.run({ id }) }}
    />
  );
}
