"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { TextareaField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { editNoteAction, removeNoteAction, writeNoteAction } from "@/lib/members/actions";

interface Note {
  id: string;
  text: string;
  by: string | null;
  own: boolean;
  writtenAt: string;
  editedAt: string | null;
}

/** What staff remember of a member, for each other. One's own can be changed and removed. */
export function Notes({ member, notes, zone }: { member: string; notes: Note[]; zone: string }) {
  const t = useTranslations("members.notes");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const write = useAct(writeNoteAction, {
    beside: ["text"],
    onDone: () => {
      form.current?.reset();
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    write.run({ member, text: String(new FormData(event.currentTarget).get("text") ?? "") });
  };
  return (
    <div className="mt-5 max-w-[40rem]">
      <form ref={form} onSubmit={submit} noValidate className="grid justify-items-start gap-3">
        <TextareaField
          name="text"
          label={t("label")}
          hint={t("hint")}
          rows={2}
          maxLength={2000}
          error={write.fields.text}
          className="w-full"
        />
        <FormErrors title={write.error} />
        <Button type="submit" variant="main" pending={write.isPending}>
          {t("write")}
        </Button>
      </form>
      {notes.length === 0 ? (
        <p className="mt-6 text-ink-2">{t("empty")}</p>
      ) : (
        <ol className="mt-6 border-t border-ink">
          {notes.map((note) => (
            <NoteRow key={note.id} note={note} zone={zone} onUndo={(text) => write.run({ member, text })} />
          ))}
        </ol>
      )}
    </div>
  );
}

function NoteRow({ note, zone, onUndo }: { note: Note; zone: string; onUndo: (text: string) => void }) {
  const t = useTranslations("members.notes");
  const locale = useLocale();
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
  // Gone at once, with the way back beside the word: a dialog would ask about every slip of the pen.
  const remove = useAct(removeNoteAction, {
    onDone: () => {
      toast({ text: t("removed"), undo: { label: t("undo"), act: () => onUndo(note.text) } });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    edit.run({ note: note.id, text: String(new FormData(event.currentTarget).get("text") ?? "") });
  };
  const day = formatDayOf(new Date(note.writtenAt), zone, locale, "full");
  const said = [note.by ? t("by", { name: note.by, day }) : day, note.editedAt ? t("edited") : null];
  return (
    <li className="border-b border-line py-3">
      {editing ? (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <TextareaField
            name="text"
            label={t("label")}
            labelHidden
            defaultValue={note.text}
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
      ) : (
        <p className="wrap-break-word whitespace-pre-line">{note.text}</p>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span>{said.filter(Boolean).join(" · ")}</span>
        {note.own && !editing ? (
          <>
            <Button size="s" variant="bare" onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
            <Button
              size="s"
              variant="bare"
              pending={remove.isPending}
              onClick={() => remove.run({ note: note.id })}
            >
              {t("remove")}
            </Button>
          </>
        ) : null}
      </div>
      <FormErrors title={remove.error} />
    </li>
  );
}
