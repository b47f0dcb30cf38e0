import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table } from "@/components/ui/table";
import { DayOf } from "@/components/ui/values";

export interface VersionLine {
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  note: string | null;
}

/** Who published what and when, newest first. */
export function VersionTable({
  versions,
  current,
  here,
  zone,
  locale,
}: {
  versions: VersionLine[];
  current: number | null;
  here: string;
  zone: string;
  locale: string;
}) {
  const t = useTranslations("rules.versions");
  const columns: Column<VersionLine>[] = [
    {
      key: "version",
      header: t("column.version"),
      cell: ({ version }) => (
        <span className="flex items-center gap-2">
          <Link href={`${here}/${version}`} className="font-strong hover:underline">
            {t("version", { version })}
          </Link>
          {version === current ? <Badge tone="accent">{t("current")}</Badge> : null}
        </span>
      ),
    },
    {
      key: "published",
      header: t("column.published"),
      cell: ({ publishedAt }) => (
        <DayOf instant={new Date(publishedAt)} zone={zone} locale={locale} style="full" />
      ),
    },
    { key: "by", header: t("column.by"), cell: ({ publishedBy }) => publishedBy ?? t("system") },
    {
      key: "note",
      header: t("column.note"),
      cell: ({ note }) => note && <span className="wrap-anywhere">{note}</span>,
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={versions} rowKey={(row) => row.version} />;
}
