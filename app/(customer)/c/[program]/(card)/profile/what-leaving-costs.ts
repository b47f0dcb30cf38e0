import { getLocale, getTranslations } from "next-intl/server";
import type { PointsName } from "@/components/merchant/points-name";
import type { MemberActor } from "@/lib/access/actor";
import { ask } from "@/lib/access/ask";
import { listOwnEvents } from "@/lib/events/queries/list-own-events";
import { ownGifts } from "@/lib/points/queries/own-gifts";
import { listOwnVouchers } from "@/lib/rewards/queries/list-own-vouchers";

/** All that somebody gives up by leaving, as one sentence; null for whoever has nothing here. */
export async function whatLeavingCosts(
  actor: MemberActor,
  { balance, pending }: { balance: number; pending: number },
  points: PointsName,
): Promise<string | null> {
  const [t, locale] = await Promise.all([getTranslations("portal.leave"), getLocale()]);
  const [vouchers, { gifts }, { events }] = await Promise.all([
    ask(actor, listOwnVouchers, { locale }),
    ask(actor, ownGifts, {}),
    ask(actor, listOwnEvents, {}),
  ]);
  // A place is a voucher, too: it is counted as what it is.
  const inHand = vouchers.open.filter((voucher) => voucher.evening === null).length;
  const waiting = gifts.filter(({ status }) => status === "offered").length;
  const places = events.filter(({ own }) => own && own.status !== "passed").length;
  const lost = [
    balance > 0 ? points.count(balance) : null,
    pending > 0 ? t("onTheWay", { points: points.count(pending) }) : null,
    inHand > 0 ? t("vouchers", { count: inHand }) : null,
    waiting > 0 ? t("gifts", { count: waiting }) : null,
    places > 0 ? t("places", { count: places }) : null,
  ].filter((thing) => thing !== null);
  if (lost.length === 0) return null;
  return t("lost", { things: new Intl.ListFormat(locale, { type: "conjunction" }).format(lost) });
}
