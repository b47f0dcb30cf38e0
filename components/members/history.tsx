import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Explanation } from "@/lib/earning/domain/explain";
import { formatTime } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import type { EntryKind } from "@/lib/points/domain/types";
import { Award } from "./award";
import { DatedLine, type Place } from "./dated-line";

/** A movement of points, as the page has it. */
export interface HistoryLine {
  seq: number;
  kind: EntryKind;
  points: number;
  pending: number;
  balance: number;
  occurredAt: string;
  reason: string | null;
  reference: string | null;
  purchase: { amount: number; version: number; names: string[]; explanation: Explanation | null } | null;
  activity: { name: string; version: number; explanation: Explanation | null } | null;
}

/** A member's account of points: each entry with the balance after it, newest first; an award opens into why. */
export function History({ entries, place }: { entries: HistoryLine[]; place: Place }) {
  const t = useTranslations("members.history");
  if (entries.length === 0) return <p className="pt-4 text-ink-2">{t("empty")}</p>;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.seq} className="border-b border-line">
          <Entry entry={entry} place={place} />
        </li>
      ))}
    </ul>
  );
}

function titleOf(
  { kind, purchase, activity }: HistoryLine,
  t: ReturnType<typeof useTranslations<"members.history">>,
): string {
  if (kind === "earn" && activity) return activity.name;
  if (kind === "earn" && purchase) return purchase.names.join(", ");
  if (kind === "refund" && activity) return t("takenBack", { name: activity.name });
  return t(kind);
}

function Entry({ entry, place }: { entry: HistoryLine; place: Place }) {
  const t = useTranslations("members.history");
  const locale = useLocale();
  const { zone, currency } = place;
  const at = new Date(entry.occurredAt);
  // A release moves points from held to balance: what it brings is what the balance gained.
  const moved = entry.kind === "release" ? entry.points : entry.points + entry.pending;
  const isHeld = entry.kind === "earn" && entry.pending > 0;
  const award = entry.purchase ?? entry.activity;
  const explanation = award?.explanation;
  const summary = (
    <DatedLine
      at={entry.occurredAt}
      place={place}
      moved={
        <>
          <b>{formatPoints(moved, locale, { signed: true })}</b> {isHeld ? <Badge>{t("held")}</Badge> : null}
          <span className="block text-small text-ink-2">
            {t("balance", { points: formatPoints(entry.balance, locale) })}
          </span>
        </>
      }
    >
      <b className="wrap-break-word">{titleOf(entry, t)}</b>
      <span className="block text-small text-ink-2 wrap-break-word">
        {[
          entry.purchase
            ? t("spent", {
                amount: formatMoney(entry.purchase.amount, currency, locale),
                time: formatTime(at, zone, locale),
              })
            : formatTime(at, zone, locale),
          entry.reason,
          entry.reference && t("reference", { reference: entry.reference }),
        ]
          .filter(Boolean)
          .join(". ")}
      </span>
    </DatedLine>
  );
  if (!explanation || !award) return <div className="py-2.5 pr-8">{summary}</div>;
  return (
    <Disclosure summary={summary} panel className="py-2">
      <Award explanation={explanation} version={award.version} />
    </Disclosure>
  );
}
