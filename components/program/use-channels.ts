"use client";

import { useTranslations } from "next-intl";

/** Channels that have words of their own; any other is called as it calls itself. */
const named = { store: "till", online: "online" } as const;

/** Where a purchase may be made, by name: at the till, online, and wherever else this shop sells. */
export function useChannels(known: readonly string[]): { key: string; name: string }[] {
  const t = useTranslations("desk.channel");
  const keys = new Set([...Object.keys(named), ...known]);
  return [...keys].map((key) => ({ key, name: key in named ? t(named[key as keyof typeof named]) : key }));
}
