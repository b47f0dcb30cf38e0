import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { cx } from "@/components/ui/cx";
import { formatCard } from "@/lib/kernel/card-number";
import { formatPoints } from "@/lib/kernel/points";
import { QrCode } from "./qr-code";

/** What stands on the sign of the card: the code for the till, and the balance beside it. */
export function CardFace({
  name,
  tier,
  card,
  balance,
  points,
  locale,
}: {
  name: string;
  tier: string | null;
  card: string;
  balance: number;
  points: PointsName;
  locale: string;
}) {
  const t = useTranslations("portal.card");
  const figure = formatPoints(Math.abs(balance), locale);
  return (
    // The code keeps its size, 122 px without its quiet zone, on the narrowest phone: a balance that it leaves no room for goes below.
    <div className="flex flex-wrap items-stretch gap-x-3 gap-y-4 min-[375px]:gap-x-4">
      <div className="flex-none self-start overflow-hidden rounded-control bg-white pb-2 text-center text-[#000]">
        <QrCode text={card} label={t("qr")} className="size-[170px]" />
        <p className="text-body tracking-wide">{formatCard(card)}</p>
      </div>
      <div className="flex min-w-0 grow basis-[min-content] flex-col justify-between">
        <p>
          <span className={cx("block", sizeOf(figure))}>{figure}</span>
          <span className="mt-1 block">
            {balance < 0
              ? t("owed", { word: points.word(balance) })
              : t("pointsToSpend", { word: points.word(balance) })}
          </span>
        </p>
        <p className="min-w-0 wrap-anywhere">
          <span className="block font-strong">{name}</span>
          {tier ? <span className="block">{tier}</span> : null}
        </p>
      </div>
    </div>
  );
}

const sizeOf = (figure: string): string =>
  figure.length > 5
    ? "text-long-figure"
    : figure.length === 5
      ? "text-figure max-[374px]:text-long-figure"
      : "text-figure";
