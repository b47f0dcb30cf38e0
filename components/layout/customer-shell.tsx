import { CircleHelp, Gift, QrCode, ScrollText, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { ShopColour } from "@/components/ui/shop-colour";
import type { NavItem } from "./nav-item";
import { NavLinks } from "./nav-links";
import { SkipLink } from "./skip-link";

const icons = { card: QrCode, rewards: Gift, history: ScrollText, how: CircleHelp, account: UserRound };

/** One of the four words at the bottom of a customer's page. */
export type CustomerTab = NavItem & { icon: keyof typeof icons };

const tabLink =
  "relative grid content-center justify-items-center gap-0.5 text-center text-small/4 text-ink-2 " +
  "aria-[current=page]:font-strong aria-[current=page]:text-say aria-[current=page]:before:absolute " +
  "aria-[current=page]:before:inset-x-[22%] aria-[current=page]:before:-top-px aria-[current=page]:before:h-[3px] " +
  "aria-[current=page]:before:bg-accent";

/**
 * A customer's pages, phone first: one column of at most 560 px under the shop's sign (`sign`: a CardSign or a
 * StripSign), and the bar of words at the bottom. What scrolls ends above the bar.
 */
export function CustomerShell({
  colour,
  sign,
  tabs,
  children,
}: {
  colour: string;
  sign: ReactNode;
  tabs?: CustomerTab[];
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <div
      className={`mx-auto min-h-dvh max-w-[560px] text-reading ${tabs ? "pb-[calc(82px+env(safe-area-inset-bottom))]" : "pb-8"}`}
    >
      <ShopColour colour={colour} />
      <SkipLink />
      {sign}
      <main id="content">{children}</main>
      {tabs ? (
        <nav
          aria-label={t("areas")}
          className="fixed inset-x-0 bottom-0 z-20 print:hidden border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)]"
        >
          <div className="mx-auto grid h-[66px] max-w-[560px] auto-cols-fr grid-flow-col px-2">
            <NavLinks
              items={tabs.map(({ icon: _, ...item }) => item)}
              icons={Object.fromEntries(
                tabs.map((tab) => [tab.href, <Icon key={tab.href} of={icons[tab.icon]} size={22} />]),
              )}
              itemClassName={tabLink}
            />
          </div>
        </nav>
      ) : null}
    </div>
  );
}

/** The column's side margins: 24 px, 20 under 360. Bands that run edge to edge stay outside. */
export function Column({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <div className={`px-5 xs:px-6 ${className}`}>{children}</div>;
}
