import { getLocale, getTranslations } from "next-intl/server";
import { Words } from "@/app/words";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { GiftForm } from "@/components/portal/gift-form";
import { OwnScript } from "@/components/portal/own-script";
import { PressForm } from "@/components/portal/press-form";
import { PressRefusal } from "@/components/portal/press-refusal";
import { giftAt } from "@/components/portal/row-address";
import { scanScript } from "@/components/portal/scan-script";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { formatDayNearOf, unbroken } from "@/lib/kernel/i18n/day-words";
import { uuidv7 } from "@/lib/kernel/ids";
import { formatPoints } from "@/lib/kernel/points";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { endOwnGiftAction, offerGiftAction } from "@/lib/points/actions";
import { type OwnGift, ownGifts } from "@/lib/points/queries/own-gifts";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<Partial<Record<"given" | "ended" | "gift", string | string[]>>>;
}

/** Points for another member: offered, seen by both, and taken back for as long as they are not accepted. */
export default async function GiftsPage({ params, searchParams }: Props) {
  const [{ program }, { given, ended, gift: pressed }] = await Promise.all([params, searchParams]);
  const [{ actor, shop }, locale, t, all, camera] = await Promise.all([
    memberPage(program, "gifts"),
    getLocale(),
    getTranslations("portal.gifts"),
    getTranslations("portal"),
    getTranslations("camera"),
  ]);
  const [{ enabled, acceptDays, gifts }, card, points] = await Promise.all([
    ask(actor, ownGifts, {}),
    ask(actor, getOwnCard, {}),
    pointsOf(shop),
  ]);
  const home = `/c/${program}`;
  const signInAgain = `${home}/sign-in?to=${encodeURIComponent(`${home}/gifts`)}`;
  const zone = shop.timezone;
  const today = localDate(systemNow(), zone);
  const day = (instant: string) => unbroken(formatDayNearOf(new Date(instant), { zone, locale, today }));
  const lastDay = (gift: OwnGift) => day(new Date(Date.parse(gift.expiresAt) - 1).toISOString());
  const scanWords = {
    opening: camera("opening"),
    hold: camera("hold"),
    denied: camera("denied"),
    none: camera("none"),
    broken: camera("broken"),
    notACard: t("scanOther"),
    read: t("scanRead"),
  };
  const end = endOwnGiftAction.bind(null, program);
  const howItEnded = ({ way, status, points: given }: OwnGift): string | null => {
    if (way === "out")
      return status === "cancelled" ? t("said.cancelled", { points: points.count(given) }) : null;
    if (status === "accepted") return t("said.accepted", { points: points.count(given) });
    return status === "declined" ? t("said.declined") : null;
  };
  const sent = gifts.find((gift) => gift.id === given && gift.way === "out" && gift.status === "offered");
  const over = gifts.find((gift) => gift.id === ended);
  const said = sent ? t("given") : over && howItEnded(over);
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        {typeof pressed === "string" ? (
          <PressRefusal
            act={end}
            at={giftAt(home, pressed)}
            signInAgain={signInAgain}
            again={all("signInAgain")}
          />
        ) : null}
        <h1 className="text-section">{t("title", { word: points.many })}</h1>
        {said ? (
          <p role="status" className="mt-3 rounded-control bg-wash px-4 py-3">
            {said}
          </p>
        ) : null}
        {enabled ? (
          <>
            <Words of={["portal", "desk", "camera"]}>
              <GiftForm
                give={offerGiftAction.bind(null, program)}
                id={uuidv7()}
                pointName={shop.pointName}
                balance={Math.max(0, card.balance)}
                acceptDays={acceptDays}
                signInAgain={signInAgain}
                zone={zone}
                today={today}
              />
            </Words>
            <OwnScript text={scanScript(scanWords)} />
          </>
        ) : (
          <p className="mt-2 text-ink-2">{t("off", { Word: points.Many })}</p>
        )}
        <h2 className="mt-8 border-b border-ink pb-2 font-strong">{t("list")}</h2>
        {gifts.length === 0 ? <p className="py-3 text-ink-2">{t("none")}</p> : null}
        <ul>
          {gifts.map((gift) => (
            <li key={gift.id} className="grid gap-2 border-b border-line py-3">
              <div className="flex justify-between gap-4">
                <div className="min-w-0">
                  <p className="font-strong wrap-break-word">
                    {t(gift.way === "out" ? "to" : "from", { name: gift.other ?? t("somebody") })}
                  </p>
                  <p className="text-body text-ink-2 wrap-break-word">
                    {[
                      day(gift.createdAt),
                      gift.status === "offered"
                        ? t("until", { day: lastDay(gift) })
                        : t(`status.${gift.status}`),
                      gift.message,
                    ]
                      .filter(Boolean)
                      .join(", ")}
                  </p>
                </div>
                <p className="font-strong">
                  {formatPoints(gift.way === "out" ? -gift.points : gift.points, locale, { signed: true })}
                </p>
              </div>
              {gift.status === "offered" ? (
                <PressForm
                  act={end}
                  at={giftAt(home, gift.id)}
                  pending={t("pending")}
                  hidden={{ gift: gift.id }}
                  buttons={
                    gift.way === "in"
                      ? [
                          { label: t("accept"), name: "as", value: "accepted", variant: "soft" },
                          { label: t("decline"), name: "as", value: "declined", variant: "plain" },
                        ]
                      : [{ label: t("cancel"), name: "as", value: "cancelled", variant: "plain" }]
                  }
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Column>
    </CardFrame>
  );
}
