"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { cancelEventAction } from "@/lib/events/actions";

/** Calls an evening off, after saying what that gives back. */
export function CancelEvent({ id, name, booked }: { id: string; name: string; booked: number }) {
  const t = useTranslations("events.cancel");
  const { points } = useWords();
  const router = useRouter();
  const toast = useToast();
  const cancel = useAct(cancelEventAction, {
    onDone: ({ points: { returned } }) => {
      toast({ text: t("done", { points: points(returned) }) });
      router.refresh();
    },
  });
  return (
    <AskFirst
      trigger={<Button variant="bad">{t("action")}</Button>}
      title={t("title", { name })}
      description={t("body", { count: booked })}
      keep={t("keep")}
      confirm={t("action")}
      act={{ ...cancel, run: () => cancel.run({ event: id }) }}
    />
  );
}
