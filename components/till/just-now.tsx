"use client";

import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { LinkButton } from "@/components/ui/text-link";
import { formatCard } from "@/lib/kernel/card-number";
import { useMinutes } from "./use-minutes";
import { type Recent, useRecent, useUndo } from "./use-recent";

/** What this cashier recorded last, and the way to take the very last one back. */
export function JustNow({
  first,
  undoMinutes,
}: {
  first: Recent[];
  /** How long a purchase may be undone from here; null: as long as it is listed. */
  undoMinutes: number | null;
}) {
  const t = useTranslations("till.justNow");
  const { figure } = useWords();
  const days = useDayWords();
  const { data: recent } = useRecent(first);
  const undo = useUndo();
  const now = useMinutes();
  const mayUndo = ({ recordedAt }: Recent): boolean =>
    undoMinutes === null || now <= Date.parse(recordedAt) + undoMinutes * 60_000;
  if (recent.length === 0) return null;
  return (
    <section aria-labelledby="just-now">
      <h2 id="just-now" className="mb-1.5 text-small font-strong">
        {t("title")}
      </h2>
      <ul>
        {recent.map((purchase, index) => {
          const isBack = purchase.refunded >= purchase.amount && purchase.amount > 0;
          const name = purchase.member.name ?? formatCard(purchase.member.card);
          return (
            <li
              key={purchase.id}
              className="grid min-h-9 grid-cols-[44px_minmax(0,1fr)_auto_auto] items-center gap-2 border-t border-line text-aside"
            >
              <span className="text-ink-2">{days.time(purchase.recordedAt)}</span>
              <span className="truncate">{name}</span>
              <span className={isBack ? "text-ink-2" : undefined}>
                {isBack ? t("takenBack") : figure(purchase.points, { signed: true })}
              </span>
              <span className="min-w-13 text-right">
                {index === 0 && !isBack && mayUndo(purchase) ? (
                  <LinkButton
                    className="text-small"
                    aria-label={t("undoOf", { name })}
                    aria-busy={undo.isPending || undefined}
                    onClick={() => (undo.isPending ? undefined : undo.mutate(purchase.id))}
                  >
                    {t("undo")}
                  </LinkButton>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
