import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Column, CustomerShell } from "@/components/layout/customer-shell";
import { CardSign } from "@/components/layout/sign";
import { formScript } from "@/components/portal/form-script";
import { OwnScript } from "@/components/portal/own-script";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import type { Shop } from "@/lib/access/shop";

/** The shop's sign with one question under it. */
export function Frame({
  shop,
  title,
  children,
}: {
  shop: Pick<Shop, "slug" | "name" | "colour">;
  title: string;
  children: ReactNode;
}) {
  const t = useTranslations("portal.forms");
  const words = { offline: t("offline"), halfDate: t("halfDate") };
  return (
    <CustomerShell colour={shop.colour} sign={<CardSign name={shop.name} />}>
      <Column className="pt-8">
        <h2 className="text-section">{title}</h2>
        {children}
        <div className="mt-12 flex flex-wrap items-center gap-x-8 border-t border-line pt-2">
          <LocaleSwitch />
          <ThemeSwitch />
        </div>
      </Column>
      <OwnScript text={formScript(`/c/${shop.slug}`, null, words)} />
    </CustomerShell>
  );
}
