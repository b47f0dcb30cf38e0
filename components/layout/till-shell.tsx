import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import { ShopColour } from "@/components/ui/shop-colour";
import { BarMenu } from "./bar-menu";
import type { ShellProgram, ShellUser } from "./merchant-shell";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { SignName, signControlClass } from "./sign";
import { SignOutForm } from "./sign-out-form";
import { SkipLink } from "./skip-link";

const panelLink =
  "flex min-h-11 items-center rounded-small px-3 hover:bg-wash aria-[current=page]:font-strong";

/**
 * The cashier's page: a bar with the shop, the place, whether everything has been sent, and who stands here;
 * below it the whole height for the till, which does not scroll on a tablet held sideways.
 */
export function TillShell({
  program,
  place,
  status,
  user,
  menu = [],
  children,
}: {
  program: ShellProgram;
  /** "Till, Moda" */
  place: string;
  /** "All sent", or how many purchases wait; an icon may stand before it. */
  status?: ReactNode;
  user: ShellUser;
  menu?: NavItem[];
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <ShopColour colour={program.colour} />
      <SkipLink />
      <header className="flex h-14 flex-none items-center gap-4 bg-sign px-5 text-white sm:px-6">
        <SignName name={program.name} href={program.href} className="sm:mr-3" />
        <span className="hidden opacity-[0.86] sm:block">{place}</span>
        <span className="grow" />
        {status ? <span className="flex items-center gap-2">{status}</span> : null}
        <span className="hidden max-w-48 truncate sm:block">{user.name}</span>
        <BarMenu
          label={t("menu")}
          button={<Icon of={Menu} size={22} />}
          buttonClassName={`${signControlClass} -mr-2.5 justify-center`}
        >
          <p className="px-3 pt-1 pb-1 font-strong">{user.name}</p>
          <NavLinks items={[...menu, ...(user.items ?? [])]} itemClassName={panelLink} />
          {user.signOut ? (
            <SignOutForm action={user.signOut}>
              <button type="submit" className={`${panelLink} w-full text-left`}>
                {t("signOut")}
              </button>
            </SignOutForm>
          ) : null}
          <div className="mt-2 border-t border-line px-3 pt-1">
            <LocaleSwitch />
            <ThemeSwitch />
          </div>
        </BarMenu>
      </header>
      <main id="content" className="flex min-h-0 grow flex-col">
        {children}
      </main>
    </div>
  );
}
