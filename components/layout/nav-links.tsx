"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { currentItem, type NavItem } from "./nav-item";

/**
 * Links of one level, the one that holds the present page marked. `icons` stand above their words, by href;
 * `itemClassName` styles all, and aria-[current=page] the marked one.
 */
export function NavLinks({
  items,
  icons,
  itemClassName,
}: {
  items: NavItem[];
  icons?: Record<string, ReactNode>;
  itemClassName: string;
}) {
  const here = currentItem(items, usePathname());
  return items.map((item) => (
    <Link
      key={item.href}
      href={item.href}
      aria-current={item === here ? "page" : undefined}
      className={itemClassName}
    >
      {icons?.[item.href]}
      <span>{item.label}</span>
    </Link>
  ));
}
