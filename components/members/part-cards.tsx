"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { unmergeMembersAction } from "@/lib/members/actions";

/** Makes two of what was merged again. */
export function PartCards({ member, merge }: { member: string; merge: string }) {
  const t = useTranslations("members.merge");
  const router = useRouter();
  const toast = useToast();
  const part = useAct(unmergeMembersAction, {
    onDone: () => {
      toast({ text: t("partDone") });
      router.refresh();
    },
  });
  return (
    <AskFirst
      trigger={<Button size="s">{t("part")}</Button>}
      title={t("partTitle")}
      description={t("partBody")}
      keep={t("keep")}
      confirm={t("part")}
      act={{ ...part, run: () => part.run({ id: member, merge }) }}
    />
  );
}
