"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useTransition } from "react";
import { TypedBefore } from "@/components/merchant/typed-before";
import { useAct } from "@/components/merchant/use-act";
import { useTakeBack } from "@/components/merchant/use-take-back";
import { useTyped } from "@/components/merchant/use-typed";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { uuidv7 } from "@/lib/kernel/ids";
import type { ProblemCode } from "@/lib/kernel/problems";
import { editNoteAction, removeNoteAction, writeNoteAction } from "@/lib/members/actions";

/** What it said when changing it began, and what it is to say; null: it is not being changed. */
type Change = { from: string; to: string } | null;

/** A note of one's own, which can be changed and removed. */
export function OwnNote({ member, note, text }: { member: string; note: string; text: string }) {
  const t = useTranslations("members.notes");
  const story = useTranslations("members.story");
  const router = useRouter();
  const toast = useToast();
  const form = useTyped<Change>(`note ${note}`, () => null);
  const from = form.typed?.from ?? null;
  const [isLooking, look] = useTransition();
  // In another window it says something else by now, which is brought here before anything is said of it.
  const onRefused = (code: ProblemCode) => {
    if (code === "conflict") look(() => router.refresh());
  };
  const edit = useAct(editNoteAction, {
    beside: ["text"],
    onDone: () => {
      change(null);
      router.refresh();
    },
    onRefused,
  });
  const isMet = edit.code === "conflict" && text !== from;
  const again = useTakeBack(writeNoteAction, () => router.refresh());
  // Gone at once, with the way back beside the word: a dialog would ask about every slip of the pen.
  const remove = useAct(removeNoteAction, {
    onRefused,
    onDone: () => {
      const id = uuidv7();
      toast({ text: t("removed"), undo: { label: t("undo"), act: () => again.run({ member, text, id }) } });
      router.refresh();
    },
  });
  const change = (to: Change) => {
    form.change(() => to);
    edit.forget();
    remove.forget();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.typed) edit.run({ note, text: form.typed.to, was: isMet ? text : form.typed.from });
  };
  if (form.typed)
    return (
      <form onSubmit={submit} noValidate className="mb-2 grid gap-3">
        <TypedBefore form={form} />
        <TextareaField
          name="text"
          label={t("label")}
          labelHidden
          value={form.typed.to}
          onChange={({ currentTarget: { value } }) =>
            form.change((before) => before && { ...before, to: value })
          }
          rows={3}
          maxLength={2000}
          error={edit.fields.text}
        />
        <FormErrors title={isLooking ? undefined : isMet ? t("changed") : edit.error}>
          {isMet ? <p className="wrap-break-word whitespace-pre-line">{t("now", { text })}</p> : null}
        </FormErrors>
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" size="s" pending={edit.isPending || isLooking}>
            {t("save")}
          </Button>
          <Button size="s" variant="bare" onClick={() => change(null)}>
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
          <Button size="s" variant="bare" onClick={() => change({ from: text, to: text })}>
            {t("edit")}
          </Button>
          <Button
            size="s"
            variant="bare"
            pending={remove.isPending}
            onClick={() => remove.run({ note, was: text })}
          >
            {t("remove")}
          </Button>
        </span>
      </div>
      <FormErrors title={remove.error} />
    </>
  );
}
