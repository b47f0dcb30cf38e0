import { useTranslations } from "next-intl";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { type CustomerEntry, HistoryEntry, type HistoryPlace } from "./history-entry";

const sides = ["earned", "spent", "returned", "takenBack", "expired", "given", "received"] as const;
const eitherWay = ["corrected", "merged"] as const;

type Month = Record<(typeof sides)[number] | (typeof eitherWay)[number], number> & {
  /** 2026-11 */
  month: string;
};

/** A stretch of a customer's history, month by month, each under what it came to. */
export function HistoryMonths({
  entries,
  months,
  place,
  opened,
}: {
  entries: CustomerEntry[];
  months: Month[];
  place: HistoryPlace;
  /** The entry that is looked for. */
  opened?: number;
}) {
  const t = useTranslations("portal.history");
  const monthOf = (entry: CustomerEntry) => localDate(new Date(entry.occurredAt), place.zone).slice(0, 7);
  return groupBy(entries, monthOf).map(({ key, items }) => {
    const total = months.find(({ month }) => month === key);
    const isThisYear = key.slice(0, 4) === place.today.slice(0, 4);
    return (
      <section key={`${key}-${items[0]?.seq}`} data-month={key} className="mt-6">
        <div className="flex items-baseline justify-between gap-4 border-b border-ink pb-2">
          <h2 className="font-strong capitalize">
            {formatDay(`${key}-01`, place.locale, isThisYear ? "month" : "monthYear")}
          </h2>
          {total ? (
            <p className="text-right text-body text-ink-2">
              {[
                ...sides
                  .filter((side) => total[side] !== 0)
                  .map((side) => t(`totals.${side}`, { points: total[side] })),
                ...eitherWay
                  .filter((side) => total[side] !== 0)
                  .map((side) =>
                    t(`totals.${side}`, {
                      points: formatPoints(total[side], place.locale, { signed: true }),
                    }),
                  ),
              ].join(", ")}
            </p>
          ) : null}
        </div>
        <ol>
          {items.map((entry) => (
            <li key={entry.seq} id={`entry-${entry.seq}`} className="border-b border-line">
              <HistoryEntry entry={entry} place={place} open={entry.seq === opened} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

/** Neighbours with the same key, in the order that they are in. */
function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): { key: string; items: Item[] }[] {
  const groups: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
}
