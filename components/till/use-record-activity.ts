"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { answered, problemOf } from "@/components/merchant/answered";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { useToast } from "@/components/ui/toast";
import { recordActivityAction, undoActivityAction } from "@/lib/activities/actions";
import { uuidv7 } from "@/lib/kernel/ids";
import { useNameOf } from "./use-member";

export interface Activity {
  key: string;
  name: string;
  points: number;
}

/** Records an activity of a member. Its id and instant stay until it was answered, so that it is recorded once. */
export function useRecordActivity(memberId: string) {
  const t = useTranslations("till.activities");
  const { slug } = useShop();
  const { points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  const nameOf = useNameOf();
  const undo = useUndoActivity();
  const tried = useRef<{ type: string; externalId: string; occurredAt: string } | null>(null);
  return useMutation({
    networkMode: "always",
    mutationFn: ({ key }: Activity) => {
      if (tried.current?.type !== key) {
        tried.current = { type: key, externalId: `till:${uuidv7()}`, occurredAt: new Date().toISOString() };
      }
      return answered(recordActivityAction(slug, { ...tried.current, member: { id: memberId } }));
    },
    onSuccess: ({ activity, award }, { name, points: promised }) => {
      tried.current = null;
      const told = { activity: name, name: nameOf({ id: memberId }), points: points(award.points) };
      if (activity.status === "waiting") toast({ text: t("waits", told) });
      else {
        toast({
          text: t(award.points === 0 && promised > 0 ? "nothing" : "done", told),
          undo: { label: t("undo"), act: () => undo.mutate(activity.id) },
        });
      }
    },
    // Not waited for: the next tap may be another activity.
    onSettled: () => void client.invalidateQueries({ queryKey: ["till", "member"] }),
  });
}

/** Takes one back with what it gave; above its limits or not, it has its place back. */
function useUndoActivity() {
  const t = useTranslations("till.activities");
  const { slug } = useShop();
  const { points } = useWords();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (activity: string) =>
      answered(undoActivityAction(slug, { activity, reason: t("undoReason") })),
    onSuccess: ({ points: moved }) => {
      toast({ text: t("undone", { points: points(moved.taken) }) });
      void client.invalidateQueries({ queryKey: ["till", "member"] });
    },
    onError: (error) => toast({ text: problemOf(error)?.message ?? t("undoUnreachable") }),
  });
}
