"use client";

import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { currentItem, type NavItem } from "./nav-item";

const sectionLink =
  "block rounded-small px-3 py-[7px] text-ink-2 hover:text-ink aria-[current=page]:bg-paper " +
  "aria-[current=page]:font-strong aria-[current=page]:text-ink pointer-coarse:py-[11px]";

/**
 * The sections of an area: a list of 184 px at the left on a laptop, a row of words above the page on a tablet,
 * and on a phone the present section's name, which opens the others.
 */
export function SectionNav({ groups }: { groups: NavItem[][] }) {
  const here = currentItem(groups.flat(), usePathname());
  const folded = useRef<HTMLDetailsElement>(null);
  const links = (onClick?: () => void) =>
    groups.map((group, index) => (
      <div key={group[0]?.href} className="contents lg:block">
        {index > 0 ? <hr className="hidden border-line lg:my-2.5 lg:mr-6 lg:block" /> : null}
        {group.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            onClick={onClick}
            aria-current={item === here ? "page" : undefined}
            className={cx(sectionLink, "lg:-ml-3")}
          >
            {item.label}
          </Link>
        ))}
      </div>
    ));
  const close = () => folded.current?.removeAttribute("open");
  return (
    <>
      <nav className="hidden flex-wrap print:hidden! gap-x-1 border-b border-line px-3 py-2 sm:flex lg:block lg:w-46 lg:flex-none lg:border-0 lg:py-7 lg:pr-0 lg:pl-6">
        {links()}
      </nav>
      <details ref={folded} className="group border-b border-line sm:hidden print:hidden">
        <summary className="flex min-h-12 items-center justify-between px-5 font-strong">
          {here?.label ?? groups[0]?.[0]?.label}
          <Icon of={ChevronDown} className="group-open:rotate-180" />
        </summary>
        <nav className="grid px-2 pb-3">{links(close)}</nav>
      </details>
    </>
  );
}
