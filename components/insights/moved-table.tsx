import { useLocale, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { Moved } from "./moved";

interface Row {
  key: "before" | "issued" | "pending" | "redeemed" | "expired" | "takenBack" | "other";
  points: number;
}

/** From what was held before to what is held now, and how each of the figures is called in the books. */
export function MovedTable({ moved }: { moved: Moved }) {
  const t = useTranslations("overview.count");
  const locale = useLocale();
  const { totals } = moved;
  const title = t("title", {
    from: formatDay(moved.from, locale, "full"),
    to: formatDay(moved.to, locale, "full"),
  });
  const rows: Row[] = [
    { key: "before", points: moved.before },
    { key: "issued", points: totals.issued },
    { key: "pending", points: -totals.pending },
    { key: "redeemed", points: -totals.redeemed },
    { key: "expired", points: -totals.expired },
    { key: "takenBack", points: -totals.takenBack },
    { key: "other", points: totals.other },
  ];
  const columns: Column<Row>[] = [
    { key: "what", header: t("column.what"), cell: (row) => t(row.key) },
    {
      key: "books",
      header: t("column.books"),
      quiet: true,
      wideOnly: true,
      cell: (row) => t(`${row.key}Books`),
    },
    {
      key: "points",
      header: t("column.points"),
      align: "end",
      cell: (row) => formatPoints(row.points, locale, { signed: row.key !== "before" }),
    },
  ];
  return (
    <>
      <h2 className="text-section mb-2">{title}</h2>
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        total={{
          what: t("after"),
          books: t("afterBooks"),
          points: formatPoints(moved.days.at(-1)?.outstanding ?? 0, locale),
        }}
      />
    </>
  );
}
