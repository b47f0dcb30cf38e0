import { UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CustomerShell } from "@/components/layout/customer-shell";
import { signControlClass } from "@/components/layout/sign";
import { formScript } from "@/components/portal/form-script";
import { OwnScript } from "@/components/portal/own-script";
import { pageScript } from "@/components/portal/page-script";
import { Icon } from "@/components/ui/icon";
import { memberSession } from "@/lib/access/session";

/** A customer's page: the sign, what the page shows, the words at the bottom. */
export async function CardFrame({
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
  const [t, { actor }] = await Promise.all([getTranslations("portal.tabs"), memberSession(program)]);
  const home = `/c/${program}`;
  return (
    <CustomerShell
      colour={colour}
      sign={sign}
      tabs={[
        { icon: "card", href: home, under: null, label: t("card") },
        { icon: "rewards", href: `${home}/rewards`, label: t("rewards") },
        { icon: "history", href: `${home}/history`, label: t("history") },
        { icon: "how", href: `${home}/how`, label: t("how") },
      ]}
    >
      {children}
      <OwnScript text={pageScript(home) + formScript(home, actor.memberId)} />
    </CustomerShell>
  );
}

/** At the corner of the sign: leads to who one is here. */
export function ProfileLink({ program }: { program: string }) {
  const t = useTranslations("portal.card");
  return (
    <Link
      href={`/c/${program}/profile`}
      className={signControlClass}
      aria-label={t("profile")}
      title={t("profile")}
    >
      <Icon of={UserRound} size={22} />
    </Link>
  );
}
