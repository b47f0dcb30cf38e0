"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { uuidv7 } from "@/lib/kernel/ids";
import { editNoteAction, removeNoteAction, writeNoteAction } from "@/lib/members/actions";

/** A note of one's own, which can be changed and removed. */
export function OwnNote({ member, note, text }: { member: string; note: string; text: string }) {
  const t = useTranslations("members.notes");
  const story = useTranslations("members.story");
  const router = useRouter();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const edit = useAct(editNoteAction, {
    beside: ["text"],
    onDone: () => {
      setEditing(false);
      router.refresh();
    },
  });
  const again = useAct(writeNoteAction, { onDone: () => router.refresh() });
  // Gone at once, with the way back beside the word: a dialog would ask about every slip of the pen.
  const remove = useAct(removeNoteAction, {
    onDone: () => {
      const id = uuidv7();
      toast({ text: t("removed"), undo: { label: t("undo"), act: () => again.run({ member, text, id }) } });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    edit.run({ note, text: String(new FormData(event.currentTarget).get("text") ?? "") });
  };
  if (editing)
    return (
      <form onSubmit={submit} noValidate className="mb-2 grid gap-3">
        <TextareaField
          name="text"
          label={t("label")}
          labelHidden
          defaultValue={text}
          rows={3}
          maxLength={2000}
          error={edit.fields.text}
        />
        <FormErrors title={edit.error} />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" size="s" pending={edit.isPending}>
            {t("save")}
          </Button>
          <Button size="s" variant="bare" onClick={() => setEditing(false)}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    );
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="min-w-0 font-strong wrap-break-word whitespace-pre-line">{story("note", { text })}</p>
        <span className="flex gap-1">
          <Button size="s" variant="bare" onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
          <Button size="s" variant="bare" pending={remove.isPending} onClick={() => remove.run({ note })}>
            {t("remove")}
          </Button>
        </span>
      </div>
      <FormErrors title={remove.error} />
    </>
  );
}
