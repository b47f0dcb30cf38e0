"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/merchant/use-act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import { useToast } from "@/components/ui/toast";
import { discardDraftAction } from "@/lib/program/actions";

export function DiscardDraft({ revision }: { revision: number }) {
  const t = useTranslations("rules.discard");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const discard = useAct(discardDraftAction, {
    onDone: () => {
      setOpen(false);
      toast({ text: t("done") });
      router.refresh();
    },
  });
  return (
    <Dialog
      trigger={
        <Button size="s" variant="bare">
          {t("action")}
        </Button>
      }
      title={t("title")}
      description={t("body")}
      open={open}
      onOpenChange={setOpen}
      actions={
        <>
          <DialogClose>
            <Button>{t("keep")}</Button>
          </DialogClose>
          <Button variant="bad" pending={discard.isPending} onClick={() => discard.run({ revision })}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <FormErrors title={discard.error} />
    </Dialog>
  );
}
