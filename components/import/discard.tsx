"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { discardImportAction } from "@/lib/integrations/import/actions";

/** Forgets a file that was sent by mistake. */
export function Discard({ id, name }: { id: string; name: string }) {
  const t = useTranslations("imports.discard");
  const router = useRouter();
  const { slug } = useShop();
  const act = useAct(discardImportAction, {
    onDone: () => {
      router.push(`/m/${slug}/members/import`);
      router.refresh();
    },
  });
  return (
    <AskFirst
      trigger={<Button size="s">{t("action")}</Button>}
      title={t("title", { name })}
      description={t("body")}
      keep={t("keep")}
      confirm={t("action")}
      act={{ ...act, run: () => act.run({ id }) }}
    />
  );
}
