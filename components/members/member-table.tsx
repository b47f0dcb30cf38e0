import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { DayOf } from "@/components/ui/values";
import { formatCard } from "@/lib/kernel/card-number";
import { formatPoints } from "@/lib/kernel/points";

/** A member as a row knows them. */
export interface MemberLine {
  id: string;
  card: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  tier: string | null;
  balance: number;
  lastPurchaseAt: string | null;
}

/** Members, one a row; the name leads to everything about them. */
export function MemberTable({
  members,
  slug,
  zone,
  tierNames,
}: {
  members: MemberLine[];
  slug: string;
  zone: string;
  tierNames: Record<string, string>;
}) {
  const t = useTranslations("members");
  const locale = useLocale();
  const columns: Column<MemberLine>[] = [
    {
      key: "member",
      header: t("column.member"),
      cell: (member) => (
        <Link href={`/m/${slug}/members/${member.id}`} className="font-strong hover:underline">
          {member.name ?? formatCard(member.card)}
        </Link>
      ),
    },
    {
      key: "tier",
      header: t("column.tier"),
      cell: (member) => member.tier && (tierNames[member.tier] ?? member.tier),
    },
    {
      key: "contact",
      header: t("column.contact"),
      cell: (member) => (
        <span className="wrap-anywhere">{member.phone ?? member.email ?? formatCard(member.card)}</span>
      ),
    },
    {
      key: "last",
      header: t("column.last"),
      cell: (member) =>
        member.lastPurchaseAt ? (
          <DayOf instant={new Date(member.lastPurchaseAt)} zone={zone} locale={locale} style="full" />
        ) : null,
    },
    {
      key: "points",
      header: t("column.points"),
      align: "end",
      cell: (member) => formatPoints(member.balance, locale),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={members} rowKey={(member) => member.id} />;
}
