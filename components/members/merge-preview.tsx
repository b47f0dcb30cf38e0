import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { formatCard } from "@/lib/kernel/card-number";
import { formatDay, formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPhone } from "@/lib/kernel/phone";
import { formatPoints } from "@/lib/kernel/points";

interface Merging {
  name: string | null;
  card: string;
  email: string | null;
  phone: string | null;
  birthday: string | null;
  tier: string | null;
  balance: number;
  purchaseCount: number;
  spend: number;
  enrolledAt: string;
}

interface Row {
  key:
    | "name"
    | "card"
    | "email"
    | "phone"
    | "birthday"
    | "tier"
    | "balance"
    | "purchases"
    | "spend"
    | "since";
  keeps: ReactNode;
  other: ReactNode;
  after: ReactNode;
}

/** Two members side by side, and who carries on afterwards: what they lack comes from the other, figures add up. */
export function MergePreview({
  keeps,
  other,
  tiers,
  shop,
}: {
  keeps: Merging;
  other: Merging;
  /** Lowest first. */
  tiers: readonly { key: string; name: string }[];
  shop: { zone: string; currency: string; country: string };
}) {
  const t = useTranslations("members.merge");
  const locale = useLocale();
  const rank = (tier: string | null) => tiers.findIndex(({ key }) => key === tier);
  const tierName = (tier: string | null) => tiers.find(({ key }) => key === tier)?.name ?? tier;
  const day = (instant: string) => formatDayOf(new Date(instant), shop.zone, locale, "full");
  const text = (
    key: "name" | "email" | "phone" | "birthday",
    say = (value: string): string => value,
  ): Row => {
    const [ours, theirs] = [keeps[key], other[key]].map((value) => value && say(value));
    return { key, keeps: ours, other: theirs, after: ours ?? theirs };
  };
  const sum = (
    key: "balance" | "purchases" | "spend",
    of: (member: Merging) => number,
    say: (n: number) => string,
  ): Row => ({ key, keeps: say(of(keeps)), other: say(of(other)), after: say(of(keeps) + of(other)) });
  const figure = (count: number) => formatPoints(count, locale);
  const rows: Row[] = [
    text("name"),
    { key: "card", keeps: formatCard(keeps.card), other: formatCard(other.card), after: t("both") },
    text("email"),
    text("phone", (phone) => formatPhone(phone, shop.country)),
    text("birthday", (birthday) => formatDay(birthday, locale, "full")),
    {
      key: "tier",
      keeps: tierName(keeps.tier),
      other: tierName(other.tier),
      after: tierName(rank(other.tier) > rank(keeps.tier) ? other.tier : keeps.tier),
    },
    sum("balance", (member) => member.balance, figure),
    sum("purchases", (member) => member.purchaseCount, figure),
    sum(
      "spend",
      (member) => member.spend,
      (minor) => formatMoney(minor, shop.currency, locale),
    ),
    {
      key: "since",
      keeps: day(keeps.enrolledAt),
      other: day(other.enrolledAt),
      after: day(keeps.enrolledAt < other.enrolledAt ? keeps.enrolledAt : other.enrolledAt),
    },
  ];
  return (
    <Table
      caption={t("caption")}
      className="mt-4 max-w-[56rem]"
      rows={rows.filter((row) => row.keeps || row.other)}
      rowKey={(row) => row.key}
      columns={[
        { key: "what", header: t("column.what"), cell: (row) => t(`row.${row.key}`) },
        { key: "keeps", header: t("column.keeps"), cell: (row) => row.keeps },
        { key: "other", header: t("column.other"), cell: (row) => row.other },
        {
          key: "after",
          header: t("column.after"),
          cell: (row) => <span className="font-strong">{row.after}</span>,
        },
      ]}
    />
  );
}
