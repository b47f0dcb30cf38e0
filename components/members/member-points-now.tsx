"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/components/merchant/use-words";
import { Badge } from "@/components/ui/badge";
import { localDate } from "@/lib/kernel/calendar";
import { formatDay } from "@/lib/kernel/i18n/day-words";

interface Due {
  at: string;
  points: number;
}

/** What a member has to spend at this instant, and what is about to change it. */
export function MemberPointsNow({
  points: now,
  tier,
  zone,
}: {
  points: { balance: number; pending: number; debt: number; arriving: Due | null; expiring: Due | null };
  tier: string | null;
  zone: string;
}) {
  const t = useTranslations("members.detail");
  const { locale, points } = useWords();
  const day = (instant: Date) => formatDay(localDate(instant, zone), locale, "full");
  const lines = [
    now.debt > 0 ? t("owes", { points: points(now.debt) }) : null,
    now.arriving
      ? t("arriving", { points: points(now.arriving.points), day: day(new Date(now.arriving.at)) })
      : null,
    // They expire when a day begins: the day before is the last on which they can be spent.
    now.expiring
      ? t("expiring", {
          points: points(now.expiring.points),
          day: day(new Date(new Date(now.expiring.at).getTime() - 1)),
        })
      : null,
  ].filter((line) => line !== null);
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {tier ? <Badge tone="accent">{tier}</Badge> : null}
        <b>{t("toSpend", { points: points(Math.max(0, now.balance)) })}</b>
      </p>
      {lines.map((line) => (
        <p key={line} className="mt-0.5 text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
}
