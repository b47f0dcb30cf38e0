"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { ownValue } from "@/lib/kernel/own-value";
import type { MemberFilter } from "@/lib/segments/schemas";
import { addressOf, type FilterField, type Order, type Typed } from "./filter-address";

/** What a filter says, condition by condition in words; each can be taken away. */
export function FilterMeans({
  filter,
  typed,
  order,
  here,
  tierNames,
}: {
  filter: MemberFilter;
  typed: Typed;
  order: Order;
  here: string;
  tierNames: Record<string, string>;
}) {
  const t = useTranslations("segments.means");
  const { locale, points, money } = useWords();
  const day = (date: string) => formatDay(date, locale, "full");
  const said: [FilterField, string | undefined][] = [
    [
      "tier",
      filter.tier &&
        (filter.tier === "none"
          ? t("noTier")
          : t("tier", { tier: ownValue(tierNames, filter.tier) ?? filter.tier })),
    ],
    ["tag", filter.tags?.map((tag) => t("tag", { tag })).join(", ")],
    ["balanceFrom", said1(filter.balanceFrom, (n) => t("balanceFrom", { points: points(n) }))],
    ["balanceTo", said1(filter.balanceTo, (n) => t("balanceTo", { points: points(n) }))],
    ["spendFrom", said1(filter.spendFrom, (n) => t("spendFrom", { amount: money(n, { trim: true }) }))],
    ["spendTo", said1(filter.spendTo, (n) => t("spendTo", { amount: money(n, { trim: true }) }))],
    ["visit", said1(filter.seenWithin, (days) => t("seenWithin", { days }))],
    ["visit", said1(filter.notSeenFor, (days) => t("notSeenFor", { days }))],
    ["joinedFrom", filter.joinedFrom && t("joinedFrom", { day: day(filter.joinedFrom) })],
    ["joinedTo", filter.joinedTo && t("joinedTo", { day: day(filter.joinedTo) })],
    ["expiring", said1(filter.expiringWithin, (days) => t("expiringWithin", { days }))],
    ["rhythm", filter.rhythm && t("rhythm")],
    ["marketing", filter.marketing && t(filter.marketing === "given" ? "given" : "notGiven")],
    ["note", filter.note && t("note", { text: filter.note })],
  ];
  const shown = said.flatMap(([field, words]) => (words ? [{ field, words }] : []));
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {shown.map(({ field, words }) => (
        <li key={`${field} ${words}`}>
          <Link
            href={`${here}${addressOf({ ...typed, [field]: undefined }, order)}`}
            aria-label={t("remove", { what: words })}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-small bg-wash px-2.5 text-small font-strong text-say hover:bg-wash-2 max-sm:min-h-10 pointer-coarse:min-h-10"
          >
            {words}
            <Icon of={X} size={14} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

const said1 = (value: number | undefined, words: (value: number) => string): string | undefined =>
  value === undefined ? undefined : words(value);
