import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CustomerShell } from "@/components/layout/customer-shell";
import { signControlClass } from "@/components/layout/sign";
import { formScript } from "@/components/portal/form-script";
import { OwnScript } from "@/components/portal/own-script";
import { pageScript } from "@/components/portal/page-script";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
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
  const [t, { actor }] = await Promise.all([getTranslations("portal"), memberSession(program)]);
  const home = `/c/${program}`;
  const words = { offline: t("forms.offline"), halfDate: t("forms.halfDate") };
  return (
    <CustomerShell
      colour={colour}
      sign={sign}
      tabs={[
        { icon: "card", href: home, under: null, label: t("tabs.card") },
        { icon: "rewards", href: `${home}/rewards`, label: t("tabs.rewards") },
        { icon: "history", href: `${home}/history`, label: t("tabs.history") },
        { icon: "how", href: `${home}/how`, label: t("tabs.how") },
      ]}
    >
      {children}
      <OwnScript text={pageScript(home) + formScript(home, actor.memberId, words)} />
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
