"use client";

import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { Icon } from "./icon";
import { Link } from "./link";
import { VisuallyHidden } from "./visually-hidden";

export type PickOption = { href: string; label: string; current?: boolean };

/** A page's control (period, store, tier): the word that holds now, with a chevron, opening the other words. */
export function Pick({ label, options }: { label: string; options: PickOption[] }) {
  const now = options.find((option) => option.current) ?? options[0];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="touchable inline-flex items-center gap-1.5 py-2 text-ink-2 hover:text-ink">
        <VisuallyHidden>{label}: </VisuallyHidden>
        {now?.label}
        <Icon of={ChevronDown} size={16} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="start"
        sideOffset={4}
        collisionPadding={16}
        className="appearing z-50 min-w-44 rounded-control bg-float p-1 text-ink shadow-float"
      >
        {options.map((option) => (
          <DropdownMenu.Item key={option.href} asChild>
            <Link
              href={option.href}
              aria-current={option.current ? "true" : undefined}
              className="flex min-h-9 items-center justify-between gap-4 rounded-small px-3 outline-none data-highlighted:bg-wash pointer-coarse:min-h-11"
            >
              {option.label}
              {option.current ? <Icon of={Check} size={16} className="text-say" /> : null}
            </Link>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
