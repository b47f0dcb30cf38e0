"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { isLocale } from "@/lib/kernel/i18n/locale";
import { editMemberAction } from "@/lib/members/actions";
import { MemberForm, type MemberValues, memberFields } from "./member-form";

interface Props {
  id: string;
  name: string;
  values: MemberValues;
  tiers: { key: string; name: string }[];
}

/** Changes what is known of a member. */
export function EditMember(props: Props) {
  const t = useTranslations("members.edit");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button size="s">{t("action")}</Button>}
      title={t("title", { name: props.name })}
      open={open}
      onOpenChange={setOpen}
    >
      <EditForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ id, values, tiers, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("members.edit");
  const router = useRouter();
  const toast = useToast();
  const form = useTypedFields(`member ${id}`);
  const edit = useAct(editMemberAction, {
    beside: memberFields,
    onDone: () => {
      form.forget();
      onDone();
      toast({ text: t("done") });
      router.refresh();
    },
  });
  const save = (typed: MemberValues) => {
    const changed = memberFields.filter((field) => typed[field] !== values[field]);
    const { locale, ...changes } = Object.fromEntries(changed.map((field) => [field, typed[field] || null]));
    edit.run({
      id,
      ...changes,
      ...(locale === undefined ? {} : { locale: isLocale(locale) ? locale : null }),
    });
  };
  return (
    <MemberForm
      form={form}
      values={values}
      tiers={tiers}
      errors={edit.fields}
      error={edit.error}
      onSubmit={save}
    >
      <span className="grow" />
      <DialogClose>
        <Button onClick={form.forget}>{t("cancel")}</Button>
      </DialogClose>
      <Button type="submit" variant="main" pending={edit.isPending}>
        {t("submit")}
      </Button>
    </MemberForm>
  );
}
