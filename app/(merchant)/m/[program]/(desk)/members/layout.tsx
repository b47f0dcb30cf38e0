import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Words } from "@/app/words";
import { MerchantArea } from "@/components/layout/merchant-shell";
import { staffPage } from "@/lib/access/session";
import { mayRole } from "../../areas";

export default async function MembersLayout({
  params,
  children,
}: {
  params: Promise<{ program: string }>;
  children: ReactNode;
}) {
  const { program } = await params;
  const [{ actor }, t, rewards] = await Promise.all([
    staffPage(program),
    getTranslations("members.sections"),
    getTranslations("rewards.waiting"),
  ]);
  const everybody = [
    { href: `/m/${program}/members`, label: t("all") },
    { href: `/m/${program}/members/hand-over`, label: rewards("section") },
  ];
  const mergers = [{ href: `/m/${program}/members/alike`, label: t("alike") }];
  const approvers = [
    { href: `/m/${program}/members/waiting`, label: t("waiting") },
    { href: `/m/${program}/members/activities`, label: t("activities") },
    { href: `/m/${program}/members/import`, label: t("import") },
  ];
  const sections = [
    [
      ...everybody,
      ...(mayRole(actor.role, "points.approve") ? approvers : []),
      ...(mayRole(actor.role, "members.merge") ? mergers : []),
    ],
  ];
  return (
    <Words of={["activities", "desk", "members", "segments", "rewards"]}>
      <MerchantArea sections={sections}>{children}</MerchantArea>
    </Words>
  );
}
