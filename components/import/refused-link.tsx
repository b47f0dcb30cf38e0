"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { ButtonLink } from "@/components/ui/button";

/** The rows that were not taken, each with its reason, as a file. */
export function RefusedLink({ id }: { id: string }) {
  const t = useTranslations("imports");
  const { slug } = useShop();
  return (
    <ButtonLink icon={Download} href={`/m/${slug}/members/import/${id}/refused.csv`} download>
      {t("refusedFile")}
    </ButtonLink>
  );
}
