"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";

/** The sign's field for finding a member. "/" leads there from anywhere but another field; Enter searches. */
export function FindMember({ href, label }: { href: string; label: string }) {
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <search className="hidden self-center sm:block">
      <form
        action={href}
        className="flex h-9 items-center gap-2 rounded-control border border-white/45 px-2.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-white"
      >
        <Icon of={Search} />
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          className="h-full w-[7.25rem] bg-transparent text-white outline-none placeholder:text-white [&::-webkit-search-cancel-button]:hidden"
        />
        <kbd className="rounded-badge border border-white/60 px-[5px] font-text text-[0.75rem]/[1.125rem] opacity-75">
          /
        </kbd>
      </form>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
