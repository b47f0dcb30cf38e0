import { localDate } from "@/lib/kernel/calendar";
import { formatTime } from "@/lib/kernel/i18n/day-words";
import type { CustomerEntry } from "./history-entry";
import { entryNotes, entryTitle, type HistoryWords, pointingWords } from "./history-words";

const columns = ["day", "time", "what", "points", "onTheWay", "balance", "why"] as const;

export const historyHead = (t: HistoryWords): string[] => columns.map((column) => t(`columns.${column}`));

/** A line of the file: the same words as on the screen. */
export function historyLine(
  entry: CustomerEntry,
  t: HistoryWords,
  place: { zone: string; locale: string; today: string },
): (string | number)[] {
  const at = new Date(entry.occurredAt);
  const { sentence, missed = [] } = (entry.purchase ?? entry.activity)?.explanation ?? {};
  const pointed = pointingWords(entry, place);
  const why = [
    ...(sentence ? [sentence, ...missed] : []),
    ...(pointed ? [t.markup(pointed.key, { ...pointed.values, link: (day) => day })] : []),
    ...entryNotes(entry),
  ];
  return [
    localDate(at, place.zone),
    formatTime(at, place.zone, place.locale),
    entryTitle(entry, t),
    entry.points,
    entry.pending,
    entry.balance,
    why.join(" "),
  ];
}
