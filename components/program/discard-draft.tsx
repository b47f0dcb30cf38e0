"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { discardDraftAction } from "@/lib/program/actions";

export function DiscardDraft({ revision }: { revision: number }) {
  const t = useTranslations("rules.discard");
  const router = useRouter();
  const toast = useToast();
  const discard = useAct(discardDraftAction, {
    onDone: () => {
      toast({ text: t("done") });
      router.refresh();
    },
  });
  return (
    <AskFirst
      trigger={
        <Button size="s" variant="bare">
          {t("action")}
        </Button>
      }
      title={t("title")}
      description={t("body")}
      keep={t("keep")}
      confirm={t("action")}
      act={{ ...discard, run: () => discard.run({ revision }) }}
    />
  );
}
