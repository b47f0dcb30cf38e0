"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTakeBack } from "@/components/merchant/use-take-back";
import { useTypedFields } from "@/components/merchant/use-typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { tagMembersAction } from "@/lib/segments/actions";
import type { MemberLine } from "./member-table";

interface Props {
  members: MemberLine[];
  onDone: () => void;
}

/** Puts a word on those chosen: one that the shop uses already, or a new one. */
export function TagChosen({ members, tags, onDone }: Props & { tags: string[] }) {
  const t = useTranslations("segments.bulk");
  const known = useId();
  return (
    <TagDialog
      members={members}
      onDone={onDone}
      trigger={t("tag")}
      title={t("tagTitle", { count: members.length })}
      submit={t("submitTag")}
      off={false}
      field={(error) => (
        <>
          <TextField
            name="tag"
            label={t("word")}
            hint={t("wordHint")}
            error={error}
            list={known}
            autoComplete="off"
          />
          <datalist id={known}>
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </>
      )}
    />
  );
}

/** Takes a word off those chosen who have it. */
export function UntagChosen({ members, onDone }: Props) {
  const t = useTranslations("segments.bulk");
  const tags = [...new Set(members.flatMap((member) => member.tags))].sort();
  if (tags.length === 0) return null;
  return (
    <TagDialog
      members={members}
      onDone={onDone}
      trigger={t("untag")}
      title={t("untagTitle", { count: members.length })}
      submit={t("submitUntag")}
      off
      field={(error) => (
        <SelectField
          name="tag"
          label={t("which")}
          error={error}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
        />
      )}
    />
  );
}

function TagDialog({
  members,
  onDone,
  trigger,
  title,
  submit,
  off,
  field,
}: Props & {
  trigger: string;
  title: string;
  submit: string;
  off: boolean;
  field: (error: string | undefined) => ReactNode;
}) {
  const t = useTranslations("segments.bulk");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const kept = useTypedFields(off ? "tag off" : "tag");
  const back = useTakeBack(tagMembersAction, () => {
    toast({ text: t("undone") });
    router.refresh();
  });
  const act = useAct(tagMembersAction, {
    beside: ["tag"],
    onDone: ({ tagged }, { tag }) => {
      kept.forget();
      setOpen(false);
      onDone();
      const text = t(off ? "untagged" : "tagged", { count: tagged.length, tag });
      const undo = { label: t("undo"), act: () => back.run({ members: tagged, tag, off: !off }) };
      toast(tagged.length > 0 ? { text, undo } : { text });
      router.refresh();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tag = String(new FormData(event.currentTarget).get("tag") ?? "");
    act.run({ members: members.map(({ id }) => id), tag, off });
  };
  return (
    <Dialog
      trigger={<Button size="s">{trigger}</Button>}
      title={title}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        act.forget();
      }}
    >
      <form {...kept.listen} onSubmit={send} noValidate className="grid gap-4">
        <TypedBefore form={kept} />
        {field(act.fields.tag)}
        <FormErrors title={act.error} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <DialogClose>
            <Button onClick={kept.forget}>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" variant="main" pending={act.isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
