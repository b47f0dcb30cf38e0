import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { OwnPlace } from "@/components/portal/own-place";
import { PressRefusal } from "@/components/portal/press-refusal";
import { eventAt } from "@/components/portal/row-address";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { bookOwnPlaceAction, releaseOwnPlaceAction } from "@/lib/events/actions";
import { listOwnEvents, type OwnEvent } from "@/lib/events/queries/list-own-events";
import { formatDayOf, formatTime } from "@/lib/kernel/i18n/day-words";
import { formatVoucherCode } from "@/lib/kernel/voucher-code";
import { pointsOf } from "../../../points-of";
import { CardFrame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ event?: string | string[] }>;
}

/** The evenings that points may be spent on, and the customer's place at each. */
export default async function OwnEventsPage({ params, searchParams }: Props) {
  const [{ program }, { event: pressed }] = await Promise.all([params, searchParams]);
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program, "events"),
    getLocale(),
    getTranslations("events.own"),
  ]);
  const [{ events }, points] = await Promise.all([ask(actor, listOwnEvents, {}), pointsOf(shop)]);
  const home = `/c/${program}`;
  const signInAgain = `${home}/sign-in?to=${encodeURIComponent(`${home}/events`)}`;
  const when = (instant: string) => {
    const at = new Date(instant);
    return `${formatDayOf(at, shop.timezone, locale, "full")}, ${formatTime(at, shop.timezone, locale)}`;
  };
  const sending = t("sending");
  const [book, release] = [bookOwnPlaceAction.bind(null, program), releaseOwnPlaceAction.bind(null, program)];
  const refused = typeof pressed === "string" ? eventAt(home, pressed) : null;
  const refusal = { signInAgain, again: t("signInAgain") };
  const standing = ({ own, free, waitingList }: OwnEvent) => {
    if (own?.status === "booked") return own.checkedIn ? t("in") : t("booked");
    if (own?.status === "waiting") return t("waiting", { position: own.position });
    if (free > 0) return t("free", { free });
    return waitingList ? t("fullWaiting") : t("full");
  };
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        {refused ? (
          <>
            <PressRefusal {...refusal} act={book} at={refused} />
            <PressRefusal {...refusal} act={release} at={refused} />
          </>
        ) : null}
        <h1 className="text-section">{t("title")}</h1>
        {events.length === 0 ? (
          <div className="mt-4">
            <Empty title={t("none")} />
          </div>
        ) : (
          <ul className="mt-5 border-t border-ink">
            {events.map((event) => (
              <li key={event.id} className="border-b border-line py-4">
                <p className="text-title wrap-break-word">{event.name}</p>
                <p className="text-body text-ink-2">
                  {when(event.startsAt)}
                  <span className="block wrap-break-word">{event.place}</span>
                </p>
                <p className="mt-2">
                  <Badge
                    tone={
                      event.own?.status === "booked"
                        ? "accent"
                        : event.own?.status === "waiting"
                          ? "warn"
                          : "plain"
                    }
                  >
                    {standing(event)}
                  </Badge>
                </p>
                {event.own?.status === "booked" && event.own.code ? (
                  <p className="mt-2">
                    {t("code")} <span className="font-strong">{formatVoucherCode(event.own.code)}</span>
                  </p>
                ) : null}
                {event.own?.status === "waiting" ? (
                  <p className="mt-2 text-body text-ink-2">
                    {t("waitingHint", { points: points.count(event.price ?? 0) })}
                  </p>
                ) : null}
                {event.own?.status === "passed" ? (
                  <p className="mt-2 text-body">{t("passed", { word: points.many })}</p>
                ) : null}
                {event.own && event.own.status !== "passed" ? (
                  event.begun || event.own.checkedIn ? null : (
                    <OwnPlace
                      key="release"
                      act={release}
                      event={event.id}
                      place={event.own.id}
                      words={{ sending, submit: event.own.status === "booked" ? t("release") : t("leave") }}
                      home={home}
                    />
                  )
                ) : event.price === null || (event.free === 0 && !event.waitingList) ? null : (
                  <OwnPlace
                    key="book"
                    act={book}
                    event={event.id}
                    place={null}
                    words={{
                      sending,
                      submit:
                        event.free > 0
                          ? t("book", { count: event.price, points: points.count(event.price) })
                          : t("wait"),
                    }}
                    home={home}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Column>
    </CardFrame>
  );
}
