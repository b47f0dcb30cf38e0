"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { eraseMemberAction } from "@/lib/members/actions";

/** Removes what identifies a member, asked for once more in words. */
export function EraseMember({ id, name, balance }: { id: string; name: string; balance: number }) {
  const t = useTranslations("members.erase");
  const { points } = useWords();
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const erase = useAct(eraseMemberAction, {
    onDone: () => {
      toast({ text: t("done") });
      router.push(`/m/${slug}/members`);
    },
  });
  return (
    <AskFirst
      trigger={
        <Button size="s" variant="bare">
          {t("action")}
        </Button>
      }
      title={t("title", { name })}
      description={t("body", { points: points(Math.max(0, balance)) })}
      keep={t("keep")}
      confirm={t("confirm")}
      act={{ ...erase, run: () => erase.run({ id }) }}
    />
  );
}
