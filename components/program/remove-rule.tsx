"use client";

import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/merchant/ask-first";
import { Button } from "@/components/ui/button";

/** Takes a rule out of the draft, after saying what that means. */
export function RemoveRule({
  sentence,
  wasPublished,
  act,
}: {
  sentence: string;
  /** Members earn by it now, and go on until the draft is published. */
  wasPublished: boolean;
  act: Parameters<typeof AskFirst>[0]["act"];
}) {
  const t = useTranslations("rules.remove");
  return (
    <AskFirst
      trigger={<Button variant="bad">{t("action")}</Button>}
      title={t("title")}
      description={
        <>
          {sentence} {wasPublished ? t("published") : t("draftOnly")}
        </>
      }
      keep={t("keep")}
      confirm={t("action")}
      act={act}
    />
  );
}
