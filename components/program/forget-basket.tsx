"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { forgetBasketAction } from "@/lib/earning/actions";

/** Keeps a basket no longer, once that is confirmed. */
export function ForgetBasket({ id, name }: { id: string; name: string }) {
  const t = useTranslations("simulator.kept");
  const router = useRouter();
  const act = useAct(forgetBasketAction, { onDone: () => router.refresh() });
  return (
    <AskFirst
      trigger={
        <Button size="s" aria-label={t("forgetOf", { name })}>
          {t("forget")}
        </Button>
      }
      title={t("forgetOf", { name })}
      description={t("forgetBody")}
      keep={t("keepIt")}
      confirm={t("forget")}
      act={{ ...act, run: () => act.run({ id }) }}
    />
  );
}
