import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table } from "@/components/ui/table";
import { DayOf } from "@/components/ui/values";
import { formatPoints } from "@/lib/kernel/points";

export interface ImportLine {
  id: string;
  kind: "purchases" | "members";
  status: "open" | "running" | "done" | "failed" | "undoing" | "undone";
  task: "check" | "record" | "undo" | null;
  fileName: string;
  accepted: number;
  refused: number;
  startedAt: string;
  startedByName: string | null;
}

const tones: Record<ImportLine["status"], BadgeTone> = {
  open: "outline",
  running: "accent",
  done: "plain",
  failed: "bad",
  undoing: "warn",
  undone: "outline",
};

/** The files that were imported, newest first. */
export function ImportList({
  imports,
  here,
  zone,
  locale,
}: {
  imports: ImportLine[];
  here: string;
  zone: string;
  locale: string;
}) {
  const t = useTranslations("imports.list");
  const columns: Column<ImportLine>[] = [
    {
      key: "file",
      header: t("file"),
      lead: true,
      cell: (run) => (
        <Link href={`${here}/${run.id}`} className="font-strong wrap-anywhere hover:underline">
          {run.fileName}
        </Link>
      ),
    },
    { key: "kind", header: t("what"), cell: (run) => t(`kind.${run.kind}`) },
    {
      key: "day",
      header: t("day"),
      cell: (run) => <DayOf instant={new Date(run.startedAt)} zone={zone} locale={locale} style="full" />,
    },
    { key: "by", header: t("by"), cell: (run) => run.startedByName ?? t("commandLine") },
    {
      key: "accepted",
      header: t("accepted"),
      align: "end",
      cell: (run) => (run.status === "open" ? null : formatPoints(run.accepted, locale)),
    },
    {
      key: "refused",
      header: t("refused"),
      align: "end",
      cell: (run) => (run.status === "open" ? null : formatPoints(run.refused, locale)),
    },
    {
      key: "status",
      header: t("state"),
      className: "sm:pl-6",
      cell: (run) => (
        <Badge tone={run.task ? "accent" : tones[run.status]}>
          {run.task ? t("working") : t(`status.${run.status}`)}
        </Badge>
      ),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={imports} rowKey={(run) => run.id} />;
}
