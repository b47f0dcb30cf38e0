import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Column, CustomerShell } from "@/components/layout/customer-shell";
import { signControlClass } from "@/components/layout/sign";
import { Icon } from "@/components/ui/icon";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import { signOut } from "@/lib/access/actions";

/** A customer's page: the sign, what the page shows, the preferences at its end, the words at the bottom. */
export function CardFrame({
  program,
  colour,
  sign,
  children,
}: {
  program: string;
  colour: string;
  sign: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("portal.tabs");
  const home = `/c/${program}`;
  return (
    <CustomerShell
      colour={colour}
      sign={sign}
      tabs={[
        { icon: "card", href: home, label: t("card") },
        { icon: "history", href: `${home}/history`, label: t("history") },
        { icon: "how", href: `${home}/how`, label: t("how") },
      ]}
    >
      {children}
      <Column className="mt-10 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-4 text-body">
        <LocaleSwitch />
        <ThemeSwitch />
      </Column>
    </CustomerShell>
  );
}

/** At the corner of the sign: ends the session on this device. */
export function LeaveButton({ program }: { program: string }) {
  const t = useTranslations("portal.card");
  return (
    <form action={signOut}>
      <input type="hidden" name="to" value={`/c/${program}/sign-in`} />
      <button type="submit" className={signControlClass} aria-label={t("account")} title={t("account")}>
        <Icon of={LogOut} size={22} />
      </button>
    </form>
  );
}
