"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/merchant/use-act";
import { useToast } from "@/components/ui/toast";
import { saveDraftAction } from "@/lib/program/actions";
import type { Program } from "@/lib/program/schemas";
import { useMeeting } from "./draft-seen";

/** Saves a changed program as the draft, over the revision that was looked at. */
export function useSaveDraft({
  revision,
  form,
  beside,
  onDone,
}: {
  revision: number;
  /** What is saved from, where it is kept until then. */
  form?: { forget: () => void };
  /** Paths of fields that show what is wrong with them themselves. */
  beside?: readonly string[];
  onDone?: () => void;
}) {
  const t = useTranslations("rules.draft");
  const router = useRouter();
  const toast = useToast();
  const meet = useMeeting();
  const save = useAct(saveDraftAction, {
    beside,
    onRefused: (code, { content }) => {
      if (code !== "draft_changed") return;
      // It waits with the question what is to become of it.
      form?.forget();
      // As it was typed: the schema's output is one of its inputs.
      meet(content as Program);
    },
    onDone: () => {
      form?.forget();
      toast({ text: t("saved") });
      onDone?.();
      router.refresh();
    },
  });
  return {
    save: (content: Program) => save.run({ content, revision }),
    isPending: save.isPending,
    error: save.error,
    /** By path into the program: `earning.rules.2.name`. */
    fields: Object.fromEntries(
      Object.entries(save.fields).map(([path, text]) => [path.replace(/^content\./, ""), text]),
    ),
  };
}
