import type { useTranslations } from "next-intl";
import { formatDayNearOf, unbroken } from "@/lib/kernel/i18n/day-words";
import type { EntryKind } from "@/lib/points/domain/types";
import type { CustomerEntry } from "./history-entry";

export type HistoryWords = ReturnType<typeof useTranslations<"portal.history">>;

/** What an entry is called: what was bought or done, what was got for points, who is on the other side of a gift. */
export function entryTitle(entry: CustomerEntry, t: HistoryWords): string {
  const { kind, reference, activity, gift } = entry;
  const bought = entry.purchase?.names.join(", ");
  const other = gift?.other;
  switch (kind) {
    case "earn":
      return activity?.name ?? bought ?? t("kinds.earn");
    case "refund":
      if (activity) return t("takenBack", { name: activity.name });
      return bought ? `${bought}: ${t("kinds.refund")}` : t("kinds.refund");
    case "spend":
      return reference ?? (bought ? t("paid", { name: bought }) : t("kinds.spend"));
    case "return":
    case "undo":
      return reference || bought ? `${reference ?? bought}: ${t(`kinds.${kind}`)}` : t(`kinds.${kind}`);
    case "expire":
      return entry.points > 0 ? t("expireBack") : t("kinds.expire");
    case "gift-out":
      return other ? t("giftTo", { name: other }) : t("kinds.gift-out");
    case "gift-in":
      return other ? t("giftFrom", { name: other }) : t("kinds.gift-in");
    case "gift-back":
      return other ? t("giftBack", { name: other }) : t("kinds.gift-back");
    default:
      return t(`kinds.${kind}`);
  }
}

/** How an entry of each kind names the one that it is about; other kinds only say of when that is. */
const pointing: Partial<Record<EntryKind, "takesBack" | "givesBack" | "comesBack" | "arrives" | "parts">> = {
  refund: "takesBack",
  undo: "takesBack",
  return: "givesBack",
  "gift-back": "comesBack",
  release: "arrives",
  unmerge: "parts",
};

/** The sentence about the entry that this one takes back, gives back or lets arrive, with that one's day as its link. */
export function pointingWords(
  { kind, points, pending, reverses, gift }: CustomerEntry,
  place: { zone: string; locale: string; today: string },
) {
  if (!reverses) return null;
  return {
    key: `pointing.${pointing[kind] ?? "concerns"}`,
    values: {
      points: Math.abs(points + pending),
      of: Math.abs(reverses.points),
      day: unbroken(formatDayNearOf(new Date(reverses.at), place)),
      how: gift?.status ?? "cancelled",
    },
  } as const;
}

/** What belongs to it beside the title: which goods arrive, a line that went with a gift, why the shop corrected it. */
export function entryNotes(entry: CustomerEntry): string[] {
  const arrived = entry.kind === "release" ? (entry.purchase?.names.join(", ") ?? null) : null;
  const said = entry.kind === "gift-back" ? null : (entry.reason ?? entry.gift?.message ?? null);
  return [arrived, said].filter((note) => note !== null);
}
