import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "@/app/words";
import { MerchantArea } from "@/components/layout/merchant-shell";
import type { Permission } from "@/lib/access/permissions";
import { staffPage } from "@/lib/access/session";
import { mayRole } from "../../areas";

const sections = [
  { page: "shop", needs: "settings.manage" },
  { page: "products", needs: "products.edit" },
  { page: "team", needs: "team.manage" },
  { page: "keys", needs: "keys.manage" },
  { page: "mail", needs: "outbox.read" },
  { page: "jobs", needs: "outbox.read" },
  { page: "audit", needs: "audit.read" },
] as const satisfies { page: string; needs: Permission }[];

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const { program } = await params;
  const [{ actor }, t] = await Promise.all([staffPage(program), getTranslations("settings.sections")]);
  const open = sections.filter(({ needs }) => mayRole(actor.role, needs));
  if (open.length === 0) notFound();
  return (
    <Words of={["desk", "products", "settings"]}>
      <MerchantArea
        sections={[open.map(({ page }) => ({ href: `/m/${program}/settings/${page}`, label: t(page) }))]}
      >
        {children}
      </MerchantArea>
    </Words>
  );
}
