import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { PressRefusal } from "@/components/portal/press-refusal";
import { RewardRow } from "@/components/portal/reward-row";
import { isAtEvenings } from "@/components/portal/reward-words";
import { rewardAt, voucherAt } from "@/components/portal/row-address";
import { Wallet } from "@/components/portal/wallet";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { unbroken } from "@/lib/kernel/i18n/day-words";
import { uuidv7 } from "@/lib/kernel/ids";
import { takeBackOwnRewardAction, takeOwnRewardAction } from "@/lib/rewards/actions";
import { listOwnVouchers } from "@/lib/rewards/queries/list-own-vouchers";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";
import { ownOffers } from "../own-offers";

type Given = string | string[] | undefined;

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Partial<Record<"got" | "back" | "reward" | "voucher", Given>>>;
}

/**
 * What points are for, and what was got for them. `got`: just now; `reward` and `voucher`: the one that the card, or a press
 * that was refused, leads to.
 */
export default async function RewardsPage({ params, searchParams }: Props) {
  const [{ program }, given] = await Promise.all([params, searchParams]);
  const [{ actor, shop }, locale, t, all] = await Promise.all([
    memberPage(program, "rewards"),
    getLocale(),
    getTranslations("portal.rewards"),
    getTranslations("portal"),
  ]);
  const [found, vouchers, points] = await Promise.all([
    ownOffers(actor, locale),
    ask(actor, listOwnVouchers, { locale }),
    pointsOf(shop),
  ]);
  const home = `/c/${program}`;
  const signInAgain = `${home}/sign-in?to=${encodeURIComponent(`${home}/rewards`)}`;
  const named = (one: Given) => (typeof one === "string" ? one : undefined);
  const [got, pressed, chosen] = [named(given.got), named(given.voucher), named(given.reward)];
  const offers = found?.offers ?? [];
  const balance = found?.balance ?? 0;
  const within = offers.filter((offer) => offer.available || isAtEvenings(offer));
  const take = takeOwnRewardAction.bind(null, program);
  const takeBack = takeBackOwnRewardAction.bind(null, program);
  const zone = shop.timezone;
  const today = localDate(systemNow(), zone);
  const place = {
    home,
    locale,
    today,
    zone,
    currency: shop.currency,
    balance,
    points,
    version: found?.version ?? 0,
    take,
  };
  const isVoucher = vouchers.open.some((voucher) => voucher.redemption === got);
  const refusal = { signInAgain, again: all("signInAgain") };
  const wallet = (
    <Wallet
      open={vouchers.open}
      ended={vouchers.ended}
      shown={got ?? pressed}
      place={{ zone, locale, today, points, home, takeBack }}
    />
  );
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        {chosen ? <PressRefusal {...refusal} act={take} at={rewardAt(home, chosen)} /> : null}
        {pressed ? <PressRefusal {...refusal} act={takeBack} at={voucherAt(home, pressed)} /> : null}
        {got || given.back ? (
          <p role="status" className="mb-4 rounded-control bg-wash px-4 py-3">
            {given.back ? t("back") : t(isVoucher ? "got" : "gotDone")}
          </p>
        ) : null}
        {offers.length === 0 ? (
          <>
            <h1 className="sr-only">{all("tabs.rewards")}</h1>
            <Empty title={t("empty")}>{t("emptyBody", { word: points.many })}</Empty>
          </>
        ) : (
          <h1 className="text-section">
            {within.length > 0
              ? t("titleSome", { count: within.length, points: unbroken(points.count(balance)) })
              : t("titleNone", { points: unbroken(points.count(Math.max(0, balance))) })}
          </h1>
        )}
        {/* What was just got is at the top, with its code, and not below all that could be got. */}
        {isVoucher ? wallet : null}
        {offers.length > 0 ? (
          <ul aria-label={all("tabs.rewards")} className="group/offers mt-4 border-t border-ink">
            {offers.map((offer) => (
              <li key={offer.key} id={`reward-${offer.key}`} className="border-b border-line">
                <RewardRow
                  reward={offer}
                  place={place}
                  id={uuidv7()}
                  main={offer === within[0]}
                  open={offer.key === chosen}
                />
              </li>
            ))}
          </ul>
        ) : null}
        {isVoucher ? null : wallet}
        <p className="mt-6">
          <TextLink href={`${home}/gifts`} className="touchable">
            {all("gifts.link", { word: points.many })}
          </TextLink>
        </p>
      </Column>
    </CardFrame>
  );
}
