"use client";

import { useTranslations } from "next-intl";
import { channelNames } from "./channel-names";

export function useChannels(known: readonly string[]): { key: string; name: string }[] {
  const t = useTranslations("desk.channel");
  return channelNames(known, (word) => t(word));
}
