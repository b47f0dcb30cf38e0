"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { useToast } from "@/components/ui/toast";
import { recordActivityAction } from "@/lib/activities/actions";
import { uuidv7 } from "@/lib/kernel/ids";

/** Staff say what a member did. Its id and instant stay until it was answered, so that it is recorded once. */
export function RecordActivity({
  id,
  name,
  types,
}: {
  id: string;
  name: string;
  types: { key: string; name: string; points: number; approval: boolean }[];
}) {
  const t = useTranslations("activities.record");
  const { points } = useWords();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const tried = useRef<{ externalId: string; occurredAt: string } | null>(null);
  const record = useAct(recordActivityAction, {
    beside: ["type"],
    onDone: ({ activity, award }) => {
      tried.current = null;
      setOpen(false);
      toast({
        text: activity.status === "waiting" ? t("waits") : t("recorded", { points: points(award.points) }),
      });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const type = String(new FormData(event.currentTarget).get("type") ?? "");
    tried.current ??= { externalId: `desk:${uuidv7()}`, occurredAt: new Date().toISOString() };
    record.run({ ...tried.current, member: { id }, type });
  };
  return (
    <Dialog
      trigger={<Button size="s">{t("action")}</Button>}
      title={t("title", { name })}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        tried.current = null;
        record.forget();
      }}
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <SelectField
          name="type"
          label={t("choose")}
          error={record.fields.type}
          options={types.map((type) => ({
            value: type.key,
            label: [type.name, points(type.points), ...(type.approval ? [t("approval")] : [])].join(", "),
          }))}
        />
        <FormErrors title={record.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={record.isPending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
