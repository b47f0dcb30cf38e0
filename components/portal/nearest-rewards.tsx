import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import type { RewardShown } from "./reward-shown";
import { missingWords } from "./reward-words";
import { rewardAt } from "./row-address";

/** The dearest reward that the points reach, and the nearest that they do not. */
export function NearestRewards({
  offers,
  balance,
  points,
  locale,
  today,
  home,
}: {
  offers: RewardShown[];
  balance: number;
  points: PointsName;
  locale: string;
  today: string;
  /** The card's own address. */
  home: string;
}) {
  const t = useTranslations("portal.rewards");
  const within = offers.filter((offer) => offer.available).sort((a, b) => b.points - a.points)[0];
  const beyond = offers
    .filter((offer) => offer.toGo && offer.missing.length === 1)
    .sort((a, b) => (a.toGo?.points ?? 0) - (b.toGo?.points ?? 0));
  const shown = [...(within ? [within] : []), ...beyond].slice(0, 2);
  return shown.map((offer) => {
    const [missing, visits] = missingWords(offer, t, { locale, today });
    return (
      <div key={offer.key} className="flex items-center justify-between gap-4 border-b border-line py-3">
        <div className="min-w-0">
          <p className="font-strong wrap-break-word">{offer.name}</p>
          <p className="text-ink-2">
            {offer.available && offer.points > 0
              ? t("leaves", { points: points.count(offer.points), left: balance - offer.points })
              : points.count(offer.points)}
          </p>
        </div>
        {offer.available ? (
          <Link
            href={`${rewardAt(home, offer.key)}#reward-${offer.key}`}
            className={buttonClass("main", "l", "flex-none")}
          >
            {t("get")}
          </Link>
        ) : (
          <div className="flex-none text-right">
            <p className="font-strong">{missing}</p>
            {visits ? <p className="text-ink-2">{visits}</p> : null}
          </div>
        )}
      </div>
    );
  });
}
