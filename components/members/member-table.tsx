"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { MixedCheckbox } from "@/components/ui/mixed-checkbox";
import { type Column, Table } from "@/components/ui/table";
import { formatCard } from "@/lib/kernel/card-number";
import { ownValue } from "@/lib/kernel/own-value";
import type { MemberSort } from "@/lib/segments/schemas";
import { addressOf, type Order, type Typed } from "./filter-address";

/** A member as a row knows them. */
export interface MemberLine {
  id: string;
  card: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  tier: string | null;
  tags: string[];
  spend: number;
  balance: number;
  /** Days of the shop since the last visit; null: never here. */
  daysAgo: number | null;
  rhythm: { usually: number; missed: boolean } | null;
}

export const nameOf = (member: Pick<MemberLine, "name" | "card">): string =>
  member.name ?? formatCard(member.card);

interface Choosing {
  chosen: ReadonlySet<string>;
  toggle: (id: string) => void;
  toggleAll: () => void;
}

/** Members, one a row; the name leads to everything about them, the header of a column orders by it. */
export function MemberTable({
  members,
  here,
  typed,
  order,
  tierNames,
  choosing,
}: {
  members: MemberLine[];
  here: string;
  typed: Typed;
  order: Order;
  tierNames: Record<string, string>;
  /** null: whoever looks may not change anything. */
  choosing: Choosing | null;
}) {
  const t = useTranslations("segments");
  const { figure, money, phone } = useWords();
  /** Once more on the column that orders turns it round. Words begin at A, figures and days with the most. */
  const sort = (by: MemberSort, first: Order["direction"]) => {
    const turned: Order["direction"] = order.direction === "ascending" ? "descending" : "ascending";
    const next: Order = { sort: by, direction: order.sort === by ? turned : first };
    return {
      href: `${here}${addressOf(typed, next)}`,
      now: order.sort === by && !typed.q ? order.direction : undefined,
    };
  };
  const columns: Column<MemberLine>[] = [
    ...(choosing ? [choiceColumn(members, choosing, t)] : []),
    {
      key: "member",
      lead: true,
      header: t("order.member"),
      sort: sort("name", "ascending"),
      cell: (member) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1 max-sm:pr-8">
          <Link href={`${here}/${member.id}`} className="font-strong hover:underline">
            {nameOf(member)}
          </Link>
          {member.tags.slice(0, 3).map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
    {
      key: "tier",
      header: t("order.tier"),
      cell: (member) => member.tier && (ownValue(tierNames, member.tier) ?? member.tier),
    },
    {
      key: "contact",
      header: t("order.contact"),
      className: "hidden xl:table-cell",
      cell: (member) => (
        <span className="wrap-anywhere">
          {phone(member.phone) ?? member.email ?? formatCard(member.card)}
        </span>
      ),
    },
    {
      key: "visit",
      header: t("order.visit"),
      sort: sort("visit", "descending"),
      cell: (member) => (
        <>
          {member.daysAgo === null ? t("never") : t("ago", { days: member.daysAgo })}
          {member.rhythm?.missed ? (
            <span className="ml-2 inline-block">
              <Badge tone="warn">{t("usually", { days: member.rhythm.usually })}</Badge>
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: "spend",
      header: t("order.spend"),
      align: "end",
      className: "max-sm:hidden",
      sort: sort("spend", "descending"),
      cell: (member) => money(member.spend, { trim: true }),
    },
    {
      key: "points",
      header: t("order.points"),
      align: "end",
      sort: sort("balance", "descending"),
      cell: (member) => figure(member.balance),
    },
  ];
  return (
    <Table
      caption={t("everybody")}
      columns={columns}
      rows={members}
      rowKey={(member) => member.id}
      chosen={(member) => choosing?.chosen.has(member.id) ?? false}
    />
  );
}

function choiceColumn(
  members: MemberLine[],
  { chosen, toggle, toggleAll }: Choosing,
  t: ReturnType<typeof useTranslations<"segments">>,
): Column<MemberLine> {
  return {
    key: "choice",
    choice: true,
    header: (
      <MixedCheckbox
        aria-label={t("bulk.all")}
        mixed={chosen.size > 0 && chosen.size < members.length}
        checked={members.length > 0 && chosen.size === members.length}
        onChange={toggleAll}
      />
    ),
    cell: (member) => (
      <Checkbox
        aria-label={t("bulk.choose", { name: nameOf(member) })}
        checked={chosen.has(member.id)}
        onChange={() => toggle(member.id)}
      />
    ),
  };
}
