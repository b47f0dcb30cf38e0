import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { RewardRow } from "@/components/portal/reward-row";
import { isAtEvenings } from "@/components/portal/reward-words";
import { Wallet } from "@/components/portal/wallet";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { uuidv7 } from "@/lib/kernel/ids";
import { takeBackOwnRewardAction, takeOwnRewardAction } from "@/lib/rewards/actions";
import { listOwnVouchers } from "@/lib/rewards/queries/list-own-vouchers";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";
import { ownOffers } from "../own-offers";

type Given = string | string[] | undefined;

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ got?: Given; back?: Given; reward?: Given }>;
}

/** What points are for, and what was got for them. `got`: just now; `reward`: the one that the card was pressed for. */
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
  const got = typeof given.got === "string" ? given.got : undefined;
  const offers = found?.offers ?? [];
  const balance = found?.balance ?? 0;
  const within = offers.filter((offer) => offer.available || isAtEvenings(offer));
  const place = {
    home,
    locale,
    currency: shop.currency,
    balance,
    points,
    version: found?.version ?? 0,
    take: takeOwnRewardAction.bind(null, program),
    signInAgain,
  };
  const isVoucher = vouchers.open.some((voucher) => voucher.redemption === got);
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
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
              ? t("titleSome", { count: within.length, points: points.count(balance) })
              : t("titleNone", { points: points.count(Math.max(0, balance)) })}
          </h1>
        )}
        {offers.length > 0 ? (
          <ul className="mt-4 border-t border-ink">
            {offers.map((offer) => (
              <li key={offer.key} className="border-b border-line">
                <RewardRow
                  reward={offer}
                  place={place}
                  id={uuidv7()}
                  main={offer === within[0]}
                  open={offer.key === given.reward}
                />
              </li>
            ))}
          </ul>
        ) : null}
        <Wallet
          open={vouchers.open}
          ended={vouchers.ended}
          got={got}
          place={{
            zone: shop.timezone,
            locale,
            points,
            takeBack: takeBackOwnRewardAction.bind(null, program),
            signInAgain,
          }}
        />
        <p className="mt-6">
          <TextLink href={`${home}/gifts`} className="touchable">
            {all("gifts.link", { word: points.many })}
          </TextLink>
        </p>
      </Column>
    </CardFrame>
  );
}
