import { useTranslations } from "next-intl";
import { formatCard } from "@/lib/kernel/card-number";
import { formatPoints } from "@/lib/kernel/points";
import { QrCode } from "./qr-code";

/** What stands on the sign of the card: the code for the till, and the balance beside it. */
export function CardFace({
  name,
  tier,
  card,
  balance,
  locale,
}: {
  name: string;
  tier: string | null;
  card: string;
  balance: number;
  locale: string;
}) {
  const t = useTranslations("portal.card");
  const figure = formatPoints(Math.abs(balance), locale);
  return (
    <div className="flex items-stretch gap-5">
      <div className="flex-none rounded-control bg-white p-1 pb-2 text-center text-[#000]">
        <QrCode text={card} label={t("qr")} className="size-[clamp(132px,calc(100vw-220px),170px)]" />
        <p className="text-body tracking-wide">{formatCard(card)}</p>
      </div>
      <div className="flex min-w-0 flex-col justify-between">
        <p>
          <span className={`${figure.length > 5 ? "text-long-figure" : "text-figure"} block`}>{figure}</span>
          <span className="mt-1 block">
            {balance < 0 ? t("owed") : t("pointsToSpend", { points: balance })}
          </span>
        </p>
        <p className="min-w-0 wrap-break-word">
          <span className="block font-strong">{name}</span>
          {tier ? <span className="block">{tier}</span> : null}
        </p>
      </div>
    </div>
  );
}
