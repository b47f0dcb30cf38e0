import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { ApplyExpiry } from "./apply-expiry";

interface Effect {
  points: number;
  lots: number;
  members: number;
  later: number;
  sooner: number;
  months: { month: string | null; now: number; after: number }[];
  change: { status: "running" | "done"; version: number; members: number; points: number } | null;
}

/** What the policy would do to points that exist, before anybody says that it should. */
export function ExistingPoints({
  effect,
  version,
  points,
  figure,
  month,
  firstDay,
  changeDay,
}: {
  effect: Effect;
  /** The published version, when it has this policy; null while it is only a draft. */
  version: number | null;
  points: (count: number) => string;
  figure: (count: number) => string;
  month: (month: string) => string;
  firstDay: string;
  changeDay: string | null;
}) {
  const t = useTranslations("expiry.existing");
  const { change, members } = effect;
  const isRunning = change?.status === "running";
  return (
    <section className="mt-10 grid gap-4 border-t border-ink pt-5">
      <h2 className="text-title">{t("title")}</h2>
      {effect.points === 0 ? (
        <p>{t("none")}</p>
      ) : effect.lots === 0 ? (
        <p>{t("same", { points: points(effect.points) })}</p>
      ) : (
        <>
          <p className="max-w-prose">
            {t("would", {
              points: points(effect.points),
              members,
              later: points(effect.later),
              sooner: points(effect.sooner),
            })}{" "}
            {t("floor", { day: firstDay })}
          </p>
          <Table
            caption={t("caption")}
            captionShown
            rows={effect.months}
            rowKey={(row) => row.month ?? "never"}
            columns={[
              {
                key: "month",
                header: t("month"),
                cell: (row) => (row.month ? month(row.month) : t("never")),
              },
              { key: "now", header: t("now"), align: "end", cell: (row) => figure(row.now) },
              { key: "after", header: t("then"), align: "end", cell: (row) => figure(row.after) },
            ]}
          />
          {version === null ? (
            <p className="text-ink-2">{t("publishFirst")}</p>
          ) : isRunning ? null : (
            <div>
              <ApplyExpiry version={version} members={members} />
            </div>
          )}
        </>
      )}
      {change ? (
        <p className="text-ink-2" role="status">
          {isRunning
            ? t("running", { members: change.members })
            : t("last", {
                version: change.version,
                day: changeDay ?? "",
                points: points(change.points),
                members: change.members,
              })}
        </p>
      ) : null}
    </section>
  );
}
