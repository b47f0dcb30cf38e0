import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { ReportActivity } from "@/components/portal/report-activity";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { reportActivityAction } from "@/lib/activities/actions";
import { ownActivities } from "@/lib/activities/queries/own-activities";
import { localDate } from "@/lib/kernel/calendar";
import { systemNow } from "@/lib/kernel/clock";
import { formatDayNearOf } from "@/lib/kernel/i18n/day-words";
import { uuidv7 } from "@/lib/kernel/ids";
import { formatPoints } from "@/lib/kernel/points";
import { CardFrame } from "../frame";

/** What earns points besides buying: what is to do, what waits, what is done. */
export default async function OwnActivitiesPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t, events] = await Promise.all([
    memberPage(program, "activities"),
    getLocale(),
    getTranslations("activities"),
    getTranslations("events.own"),
  ]);
  const { things, recent } = await ask(actor, ownActivities, { locale });
  const today = localDate(systemNow(), shop.timezone);
  const home = `/c/${program}`;
  return (
    <CardFrame program={program} colour={shop.colour} sign={<StripSign name={shop.name} href={home} />}>
      <Column className="pt-6">
        <h1 className="text-section">{t("own.title")}</h1>
        <p className="mt-2">
          <TextLink href={`${home}/events`} className="touchable">
            {events("link")}
          </TextLink>
        </p>
        {things.length === 0 ? (
          <div className="mt-4">
            <Empty title={t("own.none")} />
          </div>
        ) : (
          <ul className="mt-5 border-t border-ink">
            {things.map((thing) => (
              <li key={thing.key} className="border-b border-line py-4">
                <p className="text-title">{thing.sentence}</p>
                {thing.state === "waiting" ? (
                  <p className="mt-2">
                    <Badge tone="warn">{t("own.waiting")}</Badge>
                  </p>
                ) : thing.state === "done" ? (
                  <p className="mt-2">
                    <Badge tone="accent">{t(`own.done.${thing.per ?? "ever"}`)}</Badge>
                  </p>
                ) : thing.onCard ? (
                  <ReportActivity
                    report={reportActivityAction.bind(null, program)}
                    type={thing.key}
                    externalId={uuidv7()}
                    asked={thing.ask}
                    words={{
                      submit: t("own.say"),
                      sending: t("own.sending"),
                      signInAgain: t("own.signInAgain"),
                    }}
                    signInAgain={`${home}/sign-in?to=${encodeURIComponent(`${home}/activities`)}`}
                  />
                ) : (
                  <p className="mt-1 text-body text-ink-2">
                    {thing.byStaff ? t("own.byStaff") : t("own.byItself")}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
        {recent.length > 0 ? (
          <section className="mt-8">
            <h2 className="text-title">{t("own.recent")}</h2>
            <ul className="mt-2 border-t border-line">
              {recent.map((one) => (
                <li
                  key={one.id}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line py-2.5"
                >
                  <span className="min-w-0">
                    <span className="font-strong wrap-break-word">{one.name}</span>
                    <span className="block text-body text-ink-2">
                      {formatDayNearOf(new Date(one.occurredAt), { zone: shop.timezone, locale, today })}
                    </span>
                    {one.reason && (one.status === "refused" || one.status === "undone") ? (
                      <span className="block text-body wrap-break-word">
                        {t(`own.${one.status}`, { reason: one.reason })}
                      </span>
                    ) : null}
                  </span>
                  <span className="text-right">
                    <span className="font-strong">
                      {one.status === "recorded" ? formatPoints(one.points, locale, { signed: true }) : ""}
                    </span>
                    {one.status === "recorded" && one.counted ? null : (
                      <span className="block">
                        <Badge tone={one.status === "waiting" ? "warn" : "plain"}>
                          {one.status === "recorded" ? t("of.notCounted") : t(`of.status.${one.status}`)}
                        </Badge>
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Column>
    </CardFrame>
  );
}
