import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DayOf } from "@/components/ui/values";
import { formatTime } from "@/lib/kernel/i18n/day-words";
import { formatMoney } from "@/lib/kernel/money";
import { formatPoints } from "@/lib/kernel/points";
import { RefundPurchase } from "./refund-purchase";

export interface PurchaseItem {
  id: string;
  name: string;
  /** Thousandths. */
  quantity: number;
  amount: number;
  refundedAmount: number;
}

export interface PurchaseCard {
  id: string;
  occurredAt: string;
  channel: string;
  amount: number;
  refunded: number;
  points: number;
  pointsTaken: number;
  lines: PurchaseItem[];
}

/** A member's purchases, newest first, each with what is left of it and the way to give some back. */
export function Purchases({
  purchases,
  place,
  mayRefund,
}: {
  purchases: PurchaseCard[];
  place: { zone: string; currency: string };
  mayRefund: boolean;
}) {
  const t = useTranslations("members.purchases");
  if (purchases.length === 0) return <p className="pt-4 text-ink-2">{t("empty")}</p>;
  return (
    <ul>
      {purchases.map((purchase) => (
        <li key={purchase.id} className="border-b border-line py-3">
          <Purchase purchase={purchase} place={place} mayRefund={mayRefund} />
        </li>
      ))}
    </ul>
  );
}

function Purchase({
  purchase,
  place: { zone, currency },
  mayRefund,
}: {
  purchase: PurchaseCard;
  place: { zone: string; currency: string };
  mayRefund: boolean;
}) {
  const t = useTranslations("members.purchases");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const at = new Date(purchase.occurredAt);
  const points = formatPoints(purchase.points, locale, { signed: true });
  const left = purchase.amount - purchase.refunded;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)_7rem_5.5rem]">
      <p className="max-sm:col-span-2">
        <DayOf instant={at} zone={zone} locale={locale} style="full" />
        <span className="block text-small text-ink-2 max-sm:ml-2 max-sm:inline">
          {formatTime(at, zone, locale)}
        </span>
      </p>
      <ul className="max-sm:col-span-2">
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
            {purchase.lines.length > 1 ? <span>{money(line.amount)}</span> : null}
          </li>
        ))}
      </ul>
      <p className="sm:text-right">
        <b>{money(purchase.amount)}</b>
        <span className="block text-small text-ink-2">
          {purchase.pointsTaken > 0 ? t("points", { points, taken: purchase.pointsTaken }) : points}
        </span>
      </p>
      <p className="text-right">
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
      </p>
    </div>
  );
}
