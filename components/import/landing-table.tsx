"use client";

import { useTranslations } from "next-intl";
import { useShop } from "@/components/merchant/shop-context";
import { useWords } from "@/components/merchant/use-words";
import { type Column, Table } from "@/components/ui/table";
import { DayOf, Time } from "@/components/ui/values";
import type { Preview } from "./column-fields";

type Row = NonNullable<Preview["rows"]>[number];

/** The first rows of a file, as they will land. */
export function LandingTable({ rows, kind }: { rows: Row[]; kind: "purchases" | "members" }) {
  const t = useTranslations("imports.landing");
  const { locale, money, points } = useWords();
  const { zone } = useShop();
  const outcome = (row: Row) => {
    const { outcome: came } = row;
    if (came.is === "points") return <b className="text-say">{points(came.points)}</b>;
    if (came.is === "refused") return <span className="text-bad">{t("refused", { why: came.why })}</span>;
    return t(came.is);
  };
  const columns: Column<Row>[] = [
    { key: "row", header: t("row"), quiet: true, cell: (row) => row.row },
    {
      key: "no",
      header: t(kind === "purchases" ? "receipt" : "number"),
      lead: true,
      className: "sm:whitespace-nowrap",
      cell: (row) => row.no,
    },
    { key: "who", header: t(kind === "purchases" ? "member" : "name"), cell: (row) => row.who },
    {
      key: "at",
      header: t(kind === "purchases" ? "when" : "since"),
      cell: (row) =>
        row.at ? (
          <>
            <DayOf instant={new Date(row.at)} zone={zone} locale={locale} style="full" />{" "}
            {kind === "purchases" ? <Time instant={new Date(row.at)} zone={zone} locale={locale} /> : null}
          </>
        ) : null,
    },
    { key: "what", header: t(kind === "purchases" ? "what" : "reach"), cell: (row) => row.what },
    ...(kind === "purchases"
      ? [
          {
            key: "amount",
            header: t("amount"),
            align: "end" as const,
            cell: (row: Row) => (row.amount === null ? null : money(row.amount)),
          },
        ]
      : []),
    { key: "outcome", header: t("outcome"), align: "end", cell: outcome },
  ];
  return (
    <Table caption={t("title")} columns={columns} rows={rows} rowKey={(row) => `${row.row}-${row.no}`} />
  );
}
