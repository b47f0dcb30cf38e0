"use client";

import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/merchant/use-day-words";
import { useWords } from "@/components/merchant/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { useMend } from "./mend-context";
import { useQueue } from "./queue-context";
import { amountOf, type QueuedPurchase } from "./queued-purchase";

/** What has not arrived, oldest first; what was refused says why, and can be mended, sent again or dropped. */
export function QueueList({ onDone }: { onDone: () => void }) {
  const { purchases } = useQueue();
  return (
    <ul className="border-t border-line">
      {purchases.map((purchase) => (
        <li key={purchase.externalId} className="border-b border-line py-3">
          <Line purchase={purchase} />
          {purchase.refusal ? <Refused purchase={purchase} onDone={onDone} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Line({ purchase }: { purchase: QueuedPurchase }) {
  const t = useTranslations("till.queue");
  const { money } = useWords();
  const days = useDayWords();
  const { occurredAt, name, refusal, mayBeSent } = purchase;
  return (
    <p className="flex items-baseline gap-3">
      <span className="text-ink-2">{days.time(occurredAt)}</span>
      <span className="min-w-0 grow wrap-break-word">
        {name}
        {refusal ? null : (
          <span className="block text-small text-ink-2">{t(mayBeSent ? "noAnswer" : "notSent")}</span>
        )}
      </span>
      <span>{money(amountOf(purchase))}</span>
    </p>
  );
}

function Refused({ purchase, onDone }: { purchase: QueuedPurchase; onDone: () => void }) {
  const t = useTranslations("till.queue");
  const { money } = useWords();
  const toast = useToast();
  const { queue } = useQueue();
  const mend = useMend();
  const amount = money(amountOf(purchase));
  return (
    <>
      <p className="mt-1 text-bad">
        {[purchase.refusal?.message, ...(purchase.refusal?.details ?? [])].join(" ")}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="s"
          aria-disabled={mend === null || undefined}
          onClick={() => {
            if (!mend) return;
            mend(purchase);
            void queue.forget(purchase.externalId);
            onDone();
          }}
        >
          {t("mend")}
        </Button>
        <Button size="s" onClick={() => void queue.retry(purchase)}>
          {t("retry")}
        </Button>
        <ConfirmDialog
          trigger={
            <Button size="s" variant="bad">
              {t("drop")}
            </Button>
          }
          title={t("dropTitle", { amount, name: purchase.name })}
          description={t("dropBody")}
          keep={t("dropKeep")}
          confirm={t("dropConfirm")}
          act={async () => {
            await queue.forget(purchase.externalId);
            toast({ text: t("dropped", { amount, name: purchase.name }) });
          }}
        />
      </div>
      {mend === null ? <p className="mt-1.5 text-small text-ink-2">{t("mendLater")}</p> : null}
    </>
  );
}
