"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShop } from "@/components/merchant/shop-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FormErrors } from "@/components/ui/form-errors";
import type { Program } from "@/lib/program/schemas";
import { useSaveDraft } from "./use-save-draft";

/** Makes an earlier version the draft and shows what that would change. It is published like any other, so that history stays as it was. */
export function RestoreVersion({
  version,
  content,
  revision,
}: {
  version: number;
  content: Program;
  revision: number;
}) {
  const t = useTranslations("rules.restore");
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const { slug } = useShop();
  const draft = useSaveDraft({
    revision,
    onDone: () => {
      setOpen(false);
      router.push(`/m/${slug}/program/difference`);
    },
  });
  return (
    <Dialog
      trigger={<Button>{t("action")}</Button>}
      title={t("title", { version })}
      description={revision > 0 ? t("bodyDraft") : t("body")}
      open={open}
      onOpenChange={setOpen}
      actions={
        <>
          <DialogClose>
            <Button>{t("keep")}</Button>
          </DialogClose>
          <Button
            variant={revision > 0 ? "bad" : "main"}
            pending={draft.isPending}
            onClick={() => draft.save(content)}
          >
            {t("action")}
          </Button>
        </>
      }
    >
      <FormErrors title={draft.error} />
    </Dialog>
  );
}
