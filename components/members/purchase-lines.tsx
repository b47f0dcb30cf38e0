import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { formatMoney } from "@/lib/kernel/money";
import type { StoryPurchaseLine } from "@/lib/timeline/domain/story";
import { RefundPurchase } from "./refund-purchase";

/** What was bought line by line, with what of it came back, and the way to give more back. */
export function PurchaseLines({
  purchase,
  place: { currency },
  mayRefund,
}: {
  purchase: { id: string; amount: number; refunded: number; lines: StoryPurchaseLine[] };
  place: { currency: string };
  mayRefund: boolean;
}) {
  const t = useTranslations("members.purchases");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const left = purchase.amount - purchase.refunded;
  return (
    <div className="grid max-w-[34rem] justify-items-start gap-3">
      <ul className="w-full">
        {purchase.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4">
            <span className="min-w-0 wrap-break-word">
              {line.quantity === 1000 ? null : (
                <span className="text-ink-2">{t("quantity", { count: line.quantity / 1000 })} </span>
              )}
              {line.name}
              {line.refundedAmount > 0 ? (
                <span className="ml-2">
                  <Badge>
                    {line.refundedAmount >= line.amount
                      ? t("all")
                      : t("refunded", { amount: money(line.refundedAmount) })}
                  </Badge>
                </span>
              ) : null}
            </span>
            <span>{money(line.amount)}</span>
          </li>
        ))}
      </ul>
      {mayRefund && left > 0 ? (
        <RefundPurchase
          purchase={purchase.id}
          left={left}
          lines={purchase.lines.map((line) => ({
            id: line.id,
            name: line.name,
            left: line.amount - line.refundedAmount,
          }))}
        />
      ) : null}
    </div>
  );
}
