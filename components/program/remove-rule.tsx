"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";

/** Takes a rule out of the draft, after saying what that means. */
export function RemoveRule({
  sentence,
  wasPublished,
  remove,
  onRemoved,
}: {
  sentence: string;
  /** Members earn by it now, and go on until the draft is published. */
  wasPublished: boolean;
  remove: () => void;
  onRemoved: () => void;
}) {
  const t = useTranslations("rules.remove");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={<Button variant="bad">{t("action")}</Button>}
      title={t("title")}
      description={
        <>
          {sentence} {wasPublished ? t("published") : t("draftOnly")}
        </>
      }
      open={open}
      onOpenChange={setOpen}
      actions={
        <>
          <DialogClose>
            <Button>{t("keep")}</Button>
          </DialogClose>
          <Button
            variant="bad"
            onClick={() => {
              setOpen(false);
              remove();
              onRemoved();
            }}
          >
            {t("action")}
          </Button>
        </>
      }
    />
  );
}
