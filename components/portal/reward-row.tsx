import { useTranslations } from "next-intl";
import type { PointsName } from "@/components/merchant/points-name";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { PriceList } from "@/components/ui/price-list";
import type { BoundForm } from "@/lib/kernel/action-result";
import { formatDayNear, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import type { takeOwnRewardAction } from "@/lib/rewards/actions";
import { PressForm } from "./press-form";
import type { RewardShown } from "./reward-shown";
import { isAtEvenings, missingWords, nextEveningWords, rewardFacts } from "./reward-words";
import { rewardAt } from "./row-address";

export interface RewardPlace {
  /** The card's own address. */
  home: string;
  locale: string;
  /** The shop's local day. */
  today: string;
  zone: string;
  currency: string;
  balance: number;
  points: PointsName;
  /** The version of the program in which the rewards were looked at. */
  version: number;
  take: BoundForm<typeof takeOwnRewardAction>;
}

// The one filled button of a page is in the row that is open, where one is.
const quietWhereOneIsOpen =
  "group-has-[[open]]/offers:border-transparent group-has-[[open]]/offers:bg-wash group-has-[[open]]/offers:text-say group-has-[[open]]/offers:[--fill:var(--wash)]";

/**
 * One reward: what it costs and what that leaves, or what is missing. What can be had opens into what is about to leave
 * the card, and the button that does it.
 */
export function RewardRow({
  reward,
  place,
  id,
  main,
  open,
}: {
  reward: RewardShown;
  place: RewardPlace;
  /** Of the redemption to be: a form that is sent twice takes one. */
  id: string;
  /** Has the one filled button of the page, as long as no row is open. */
  main: boolean;
  open?: boolean;
}) {
  const t = useTranslations("portal.rewards");
  const { locale, balance, points } = place;
  const left = balance - reward.points;
  const opens = reward.available || isAtEvenings(reward);
  const facts = rewardFacts(reward, t, place);
  const price = reward.points === 0 ? t("free") : points.count(reward.points);
  const line = [
    opens && reward.points > 0 ? t("leaves", { points: points.count(reward.points), left }) : price,
    reward.usualPoints === null ? null : t("usual", { points: reward.usualPoints }),
    reward.lastDay
      ? t("lastDay", { day: unbroken(formatDayNear(reward.lastDay, locale, place.today)) })
      : null,
    reward.left !== null && reward.left > 0 && reward.left <= 10 ? t("few", { left: reward.left }) : null,
  ].filter(Boolean);
  const next = nextEveningWords(reward, t, place);
  const [missing, visits] = missingWords(reward, t, place);
  const summary = (
    <div className="flex items-center justify-between gap-4 py-3">
      <div className="flex min-w-0 items-center gap-3">
        {reward.picture ? (
          // biome-ignore lint/performance/noImgElement: it is kept small already, and the page runs without scripts
          <img
            src={`${place.home}/pictures/${reward.picture}`}
            alt=""
            width={56}
            height={56}
            loading="lazy"
            className="size-14 flex-none rounded-control object-cover"
          />
        ) : null}
        <div className="min-w-0">
          <p className="font-strong wrap-break-word">{reward.name}</p>
          <p className="text-ink-2">{line.join(", ")}</p>
          {next ? <p className="text-ink-2">{next}</p> : null}
        </div>
      </div>
      {opens ? (
        <span
          className={buttonClass(
            main ? "main" : "soft",
            "l",
            cx("flex-none group-open:hidden", main && quietWhereOneIsOpen),
          )}
        >
          {t(reward.available ? "get" : "book")}
        </span>
      ) : (
        <div className="flex-none text-right">
          <p className="font-strong">{missing}</p>
          {visits ? <p className="text-ink-2">{visits}</p> : null}
        </div>
      )}
    </div>
  );
  if (!opens && facts.length === 0) return summary;
  return (
    <Disclosure summary={summary} chevron={false} panel name="reward" open={open}>
      {facts.map((fact) => (
        <p key={fact} className="mb-2 wrap-break-word">
          {fact}
        </p>
      ))}
      {opens && !reward.available ? (
        <Link href={`${place.home}/events`} className={buttonClass("main", "l")}>
          {t("evenings")}
        </Link>
      ) : null}
      {reward.available ? (
        <>
          {reward.points > 0 ? (
            <PriceList
              size="reading"
              items={[
                { label: t("have"), value: formatPoints(balance, locale) },
                { label: t("price"), value: formatPoints(-reward.points, locale) },
              ]}
              sum={{ label: t("left"), value: formatPoints(left, locale) }}
            />
          ) : null}
          <div className="mt-3">
            <PressForm
              act={place.take}
              at={rewardAt(place.home, reward.key)}
              hidden={{ reward: reward.key, version: String(place.version), id }}
              buttons={[
                {
                  label:
                    reward.points > 0 ? t("getFor", { points: points.count(reward.points) }) : t("getFree"),
                },
              ]}
              pending={t("getting")}
            />
          </div>
        </>
      ) : null}
    </Disclosure>
  );
}
