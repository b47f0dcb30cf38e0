import type { Locale } from "@/lib/kernel/i18n/locale";
import { foldName } from "@/lib/members/domain/fold-name";
import en from "@/messages/en";
import tr from "@/messages/tr";
import type { EntryKind } from "./domain/types";

const words = { en: en.portal.history.kinds, tr: tr.portal.history.kinds };

/** The kinds of entry that a customer reads under a title with this text in it. */
export const kindsNamed = (text: string, locale: Locale): EntryKind[] =>
  Object.entries(words[locale])
    .filter(([, title]) => foldName(title).includes(foldName(text)))
    .map(([kind]) => kind as EntryKind);
