"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { useAct } from "@/components/merchant/use-act";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { eraseMemberAction } from "@/lib/members/actions";

/** Removes what identifies a member, asked for once more in words. */
export function EraseMember({ id, name, balance }: { id: string; name: string; balance: number }) {
  const t = useTranslations("members.erase");
  const { points } = useWords();
  const { slug } = useShop();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const erase = useAct(eraseMemberAction, {
    onDone: () => {
      toast({ text: t("done") });
      router.push(`/m/${slug}/members`);
    },
  });
  return (
    <Dialog
      trigger={
        <Button size="s" variant="bare">
          {t("action")}
        </Button>
      }
      title={t("title", { name })}
      description={t("body", { points: points(Math.max(0, balance)) })}
      open={open}
      onOpenChange={setOpen}
      actions={
        <>
          <DialogClose>
            <Button>{t("keep")}</Button>
          </DialogClose>
          <Button variant="bad" pending={erase.isPending} onClick={() => erase.run({ id })}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <FormErrors title={erase.error} />
    </Dialog>
  );
}
