"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/text-link";
import { formatCard } from "@/lib/kernel/card-number";
import { useQueue } from "./queue/queue-context";
import { type QueuedPurchase, waitingOf } from "./queue/queued-purchase";
import { useMinutes } from "./use-minutes";
import { type Recent, useRecent, useUndo } from "./use-recent";

const atMost = 5;

/** What this cashier recorded last, what has not left the device yet before it, and the way to take the very last back. */
export function JustNow({
  first,
  undoMinutes,
  serving,
}: {
  first: Recent[];
  /** How long a purchase may be undone from here; null: as long as it is listed. */
  undoMinutes: number | null;
  /** Somebody stands here: beside them there is room for the very last one only. */
  serving: boolean;
}) {
  const t = useTranslations("till.justNow");
  const { data: recent } = useRecent(first);
  const { purchases } = useQueue();
  const waiting = waitingOf(purchases).reverse().slice(0, atMost);
  const shown = recent.slice(0, atMost - waiting.length);
  const now = useMinutes();
  const mayUndo = ({ recordedAt }: Recent): boolean =>
    undoMinutes === null || now <= Date.parse(recordedAt) + undoMinutes * 60_000;
  if (waiting.length + shown.length === 0) return null;
  return (
    <section aria-labelledby="just-now">
      <h2 id="just-now" className={cx("mb-1.5 text-small font-strong", serving && "md:sr-only")}>
        {t("title")}
      </h2>
      <ul className={serving ? "md:*:nth-[n+2]:hidden" : "low:md:*:nth-[n+4]:hidden"}>
        {waiting.map((purchase, index) => (
          <Unsent key={purchase.externalId} purchase={purchase} isLast={index === 0} />
        ))}
        {shown.map((purchase, index) => (
          <Sent
            key={purchase.id}
            purchase={purchase}
            mayUndo={index === 0 && waiting.length === 0 && mayUndo(purchase)}
          />
        ))}
      </ul>
    </section>
  );
}

function Sent({ purchase, mayUndo }: { purchase: Recent; mayUndo: boolean }) {
  const t = useTranslations("till.justNow");
  const { figure } = useWords();
  const undo = useUndo();
  const isBack = purchase.refunded >= purchase.amount && purchase.amount > 0;
  const name = purchase.member.name ?? formatCard(purchase.member.card);
  return (
    <Line
      at={purchase.recordedAt}
      name={name}
      figure={
        <span className={isBack ? "text-ink-2" : undefined}>
          {isBack ? t("takenBack") : figure(purchase.points, { signed: true })}
        </span>
      }
    >
      {mayUndo && !isBack ? (
        <LinkButton
          className="text-small"
          aria-label={t("undoOf", { name })}
          pending={undo.isPending}
          onClick={() => (undo.isPending ? undefined : undo.mutate(purchase.id))}
        >
          {t("undo")}
        </LinkButton>
      ) : null}
    </Line>
  );
}

/** One that may be with the server already cannot be taken back before the server has said so. */
function Unsent({ purchase, isLast }: { purchase: QueuedPurchase; isLast: boolean }) {
  const t = useTranslations("till.justNow");
  const { queue } = useQueue();
  const { externalId, occurredAt, name, mayBeSent } = purchase;
  return (
    <Line
      at={occurredAt}
      name={name}
      figure={
        <span className="flex items-center gap-1 text-ink-2">
          <Icon of={Clock} size={14} />
          {t("unsent")}
        </span>
      }
    >
      {isLast && !mayBeSent ? (
        <LinkButton
          className="text-small"
          aria-label={t("undoOf", { name })}
          onClick={() => void queue.forget(externalId)}
        >
          {t("undo")}
        </LinkButton>
      ) : null}
    </Line>
  );
}

function Line({
  at,
  name,
  figure,
  children,
}: {
  at: string;
  name: string;
  figure: ReactNode;
  children: ReactNode;
}) {
  const days = useDayWords();
  return (
    <li className="grid min-h-9 grid-cols-[44px_minmax(0,1fr)_auto_auto] items-center gap-2 border-t border-line text-aside">
      <span className="text-ink-2">{days.time(at)}</span>
      <span className="truncate">{name}</span>
      {figure}
      <span className="min-w-13 text-right">{children}</span>
    </li>
  );
}
