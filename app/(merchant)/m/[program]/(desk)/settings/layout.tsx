import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MerchantArea } from "@/components/layout/merchant-shell";
import { staffPage } from "@/lib/access/session";
import { mayRole } from "../../areas";
import { Words } from "../../words";

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const { program } = await params;
  const [{ actor }, t] = await Promise.all([staffPage(program), getTranslations("settings.sections")]);
  if (!mayRole(actor.role, "settings.manage")) notFound();
  const page = (name: string) => `/m/${program}/settings/${name}`;
  return (
    <Words of={["desk", "settings"]}>
      <MerchantArea
        sections={[
          [
            { href: page("shop"), label: t("shop") },
            { href: page("team"), label: t("team") },
            { href: page("keys"), label: t("keys") },
          ],
          [
            { href: page("mail"), label: t("mail") },
            { href: page("audit"), label: t("audit") },
          ],
        ]}
      >
        {children}
      </MerchantArea>
    </Words>
  );
}
