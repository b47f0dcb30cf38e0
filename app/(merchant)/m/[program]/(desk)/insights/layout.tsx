import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MerchantArea } from "@/components/layout/merchant-shell";

export default async function InsightsLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const [{ program }, t] = await Promise.all([params, getTranslations("overview")]);
  return (
    <MerchantArea
      sections={[
        [
          { href: `/m/${program}/insights`, label: t("overview") },
          { href: `/m/${program}/insights/points`, label: t("section") },
        ],
      ]}
    >
      {children}
    </MerchantArea>
  );
}
