import { ChevronDown, Menu, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LocaleSwitch, ThemeSwitch } from "@/components/ui/preferences";
import { ShopColour } from "@/components/ui/shop-colour";
import { BarMenu } from "./bar-menu";
import { FindMember } from "./find-member";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { SectionNav } from "./section-nav";
import { SignName, signControlClass } from "./sign";
import { SignOutForm } from "./sign-out-form";
import { SkipLink } from "./skip-link";

export type ShellProgram = { name: string; colour: string; href: string };
export type ShellUser = { name: string; items?: NavItem[]; signOut?: () => Promise<void> };

const barLink =
  "relative px-3.5 leading-14 whitespace-nowrap opacity-[0.86] hover:opacity-100 aria-[current=page]:font-strong " +
  "aria-[current=page]:opacity-100 aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-3.5 " +
  "aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-1 aria-[current=page]:after:bg-white";

const panelLink =
  "flex min-h-10 items-center rounded-small px-3 hover:bg-wash aria-[current=page]:font-strong pointer-coarse:min-h-11";

/**
 * The owner's and manager's pages: the sign as a bar with the areas in it, the area's sections at the left, the
 * page beside them. Under 960 px the areas move into a menu, under 1180 px the sections stand above the page.
 */
export function MerchantShell({
  program,
  nav,
  find,
  user,
  children,
}: {
  program: ShellProgram;
  nav: NavItem[];
  /** Where the find field searches: a page that takes `?q=`. */
  find?: { href: string };
  user: ShellUser;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <ShopColour colour={program.colour} />
      <SkipLink />
      <header className="bg-sign text-white print:hidden">
        <div className="mx-auto flex h-14 max-w-[90rem] items-stretch gap-2 px-5 sm:px-6">
          <SignName name={program.name} href={program.href} className="mr-3 shrink lg:mr-[22px]" />
          <nav aria-label={t("areas")} className="hidden flex-none md:flex">
            <NavLinks items={nav} itemClassName={barLink} />
          </nav>
          <span className="grow" />
          {find ? <FindMember href={find.href} label={t("find")} /> : null}
          {find ? (
            <Link
              href={find.href}
              aria-label={t("find")}
              className={`${signControlClass} self-center sm:hidden`}
            >
              <Icon of={Search} size={22} />
            </Link>
          ) : null}
          <BarMenu
            button={<MenuButton label={t("menu")} name={user.name} />}
            buttonClassName="min-w-11 justify-center lg:ml-3"
          >
            <MenuPanel nav={nav} user={user} />
          </BarMenu>
        </div>
      </header>
      {children}
    </div>
  );
}

/** One area's pages: its sections at the left, and the page. Groups of sections are parted by a hairline. */
export function MerchantArea({ sections, children }: { sections?: NavItem[][]; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-[90rem] grow flex-col lg:flex-row">
      {sections ? <SectionNav groups={sections} /> : null}
      <main id="content" className="min-w-0 grow px-5 pt-6 pb-16 sm:px-6 lg:pt-7 lg:pr-8 lg:pl-6">
        {children}
      </main>
    </div>
  );
}

function MenuButton({ label, name }: { label: string; name: string }) {
  return (
    <>
      <span className="sr-only">{label}</span>
      <span className="hidden max-w-48 truncate lg:block">{name}</span>
      <Icon of={ChevronDown} size={16} className="hidden lg:block" />
      <Icon of={Menu} size={22} className="lg:hidden" />
    </>
  );
}

function MenuPanel({ nav, user }: { nav: NavItem[]; user: ShellUser }) {
  const t = useTranslations("ui");
  return (
    <>
      <nav aria-label={t("areas")} className="mb-2 grid border-b border-line pb-2 md:hidden">
        <NavLinks items={nav} itemClassName={panelLink} />
      </nav>
      <p className="px-3 pt-1 pb-1 font-strong lg:sr-only">{user.name}</p>
      {user.items ? <NavLinks items={user.items} itemClassName={panelLink} /> : null}
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
    </>
  );
}
