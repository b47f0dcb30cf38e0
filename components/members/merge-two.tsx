"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { Button, ButtonLink } from "@/components/ui/button";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { mergeMembersAction } from "@/lib/members/actions";

/** Makes two members one, after they were seen side by side. */
export function MergeTwo({ id, other }: { id: string; other: string }) {
  const t = useTranslations("members.merge");
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const merge = useAct(mergeMembersAction, {
    leaves: true,
    onDone: () => {
      toast({ text: t("done") });
      router.push(`/m/${slug}/members/${id}`);
    },
  });
  return (
    <div className="mt-5 grid justify-items-start gap-4">
      <FormErrors title={merge.error} />
      <div className="flex flex-wrap gap-2.5">
        <Button
          variant="main"
          pending={merge.isPending}
          onClick={() => merge.run({ id, other: { id: other } })}
        >
          {t("submit")}
        </Button>
        <ButtonLink href={`/m/${slug}/members/${other}/merge?with=${id}`}>{t("turn")}</ButtonLink>
      </div>
    </div>
  );
}
