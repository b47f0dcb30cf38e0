"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useNotes } from "./use-member";

/** What staff noted of the member who stands here, for whoever serves them: nothing to say aloud. */
export function NotesHere({ id }: { id: string }) {
  const t = useTranslations("till.notes");
  const { data: notes } = useNotes(id);
  if (!notes || notes.length === 0) return null;
  return (
    <section aria-label={t("title")} className="mt-4 border-t border-line pt-2">
      <ul>
        {notes.map(({ id: note, text }) => (
          <li key={note} className="flex gap-3 py-1.5 text-ink-2">
            <Icon of={NotebookPen} size={20} className="mt-px flex-none" />
            <span className="min-w-0 wrap-anywhere whitespace-pre-line">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
