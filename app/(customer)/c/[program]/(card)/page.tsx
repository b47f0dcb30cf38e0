import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { CardSign } from "@/components/layout/sign";
import { CardFace } from "@/components/portal/card-face";
import { CardNote } from "@/components/portal/card-note";
import { ExpiringNote } from "@/components/portal/expiring-note";
import { InstallHint } from "@/components/portal/install-hint";
import { LastAward } from "@/components/portal/last-award";
import { NearestRewards } from "@/components/portal/nearest-rewards";
import { TierLine } from "@/components/portal/tier-line";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { addDays, localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { formatDayNear, formatDayOf, formatTime, unbroken } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { lastOwnAward } from "@/lib/points/queries/last-own-award";
import { ownGifts } from "@/lib/points/queries/own-gifts";
import { listOwnVouchers } from "@/lib/rewards/queries/list-own-vouchers";
import { getOwnTier } from "@/lib/tiers/queries/get-own-tier";
import { pointsOf } from "../../points-of";
import { CardFrame, ProfileLink } from "./frame";
import { ownOffers } from "./own-offers";

export default async function CardPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program),
    getLocale(),
    getTranslations("portal.card"),
  ]);
  const [card, tier, { award, hasHistory }, found, vouchers, { gifts }, points] = await Promise.all([
    ask(actor, getOwnCard, {}),
    ask(actor, getOwnTier, { locale }),
    ask(actor, lastOwnAward, { locale }),
    ownOffers(actor, locale),
    ask(actor, listOwnVouchers, { locale }),
    ask(actor, ownGifts, {}),
    pointsOf(shop),
  ]);
  const offers = found?.offers ?? [];
  const incoming = gifts.filter((gift) => gift.way === "in" && gift.status === "offered");
  const now = systemNow();
  const zone = shop.timezone;
  const today = localDate(now, zone);
  const tomorrow = addDays(today, 1);
  const arrival = card.arriving ? localDate(new Date(card.arriving.at), zone) : today;
  const home = `/c/${program}`;
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={
        <CardSign name={shop.name} corner={<ProfileLink program={program} />}>
          <CardFace
            name={card.name}
            tier={tier.tier?.name ?? null}
            card={card.card}
            balance={card.balance}
            points={points}
            locale={locale}
          />
        </CardSign>
      }
    >
      {/* Shown by the service worker, which keeps the card as it was last drawn. */}
      <div data-offline-note hidden className="bg-warn-wash">
        <Column className="py-2.5">
          <p role="status">
            {t("offline", {
              day: unbroken(formatDayOf(now, zone, locale)),
              time: formatTime(now, zone, locale),
            })}
          </p>
        </Column>
      </div>
      <Column>
        {card.arriving ? (
          <CardNote figure={formatPoints(card.arriving.points, locale)}>
            {[
              arrival === tomorrow
                ? t("arriveTomorrow")
                : t("arrive", { day: formatDayNear(arrival, locale, today) }),
              ...(card.pending > card.arriving.points ? [t("pendingMore", { points: card.pending })] : []),
            ].join(", ")}
          </CardNote>
        ) : null}
        <ExpiringNote
          days={card.expiring}
          next={card.nextExpiry}
          today={today}
          locale={locale}
          points={points}
          use={offers.some((offer) => offer.available) ? `${home}/rewards` : null}
        />
        {incoming.length > 0 ? (
          <CardNote link={{ href: `${home}/gifts`, label: t("look") }}>
            {t("giftsIn", { count: incoming.length })}
          </CardNote>
        ) : null}
        {vouchers.open.length > 0 ? (
          <CardNote link={{ href: `${home}/rewards#wallet`, label: t("show") }}>
            {t("vouchers", { count: vouchers.open.length })}
          </CardNote>
        ) : null}
        <div className="mt-6 empty:hidden">
          <TierLine tier={tier} />
        </div>
        <div className="mt-2 empty:hidden">
          <NearestRewards
            offers={offers}
            balance={card.balance}
            points={points}
            locale={locale}
            today={today}
            home={home}
          />
        </div>
        <div className="mt-4">
          {award ? (
            <LastAward
              entry={award}
              place={{ zone, locale, today, points, home }}
              yesterday={addDays(today, -1)}
            />
          ) : (
            <Empty title={t("nothing")}>{t("nothingBody")}</Empty>
          )}
          {hasHistory ? (
            <p className="mt-3">
              <TextLink href={`${home}/history`} className="touchable">
                {t("wholeHistory")}
              </TextLink>
            </p>
          ) : null}
        </div>
        <div className="mt-3">
          <InstallHint once />
        </div>
      </Column>
    </CardFrame>
  );
}
