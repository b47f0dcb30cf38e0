import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { type ListedEvent, listEvents } from "@/lib/events/queries/list-events";
import { formatDayOf, formatTime } from "@/lib/kernel/i18n/day-words";
import { mayRole } from "../../areas";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events.list"))("title") };
}

/** The evenings that are offered, how full each is, and the way to offer another. */
export default async function EventsPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t] = await Promise.all([
    staffPage(program),
    getLocale(),
    getTranslations("events.list"),
  ]);
  const { coming, past, experiences } = await ask(actor, listEvents, {});
  const mayManage = mayRole(actor.role, "events.manage");
  const when = (instant: string) => {
    const at = new Date(instant);
    return `${formatDayOf(at, shop.timezone, locale, "full")}, ${formatTime(at, shop.timezone, locale)}`;
  };
  const row = (event: ListedEvent) => (
    <li key={event.id} className="border-b border-line">
      <Link
        href={`/m/${program}/events/${event.id}`}
        className="grid gap-x-6 gap-y-1 py-3 hover:bg-paper sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="min-w-0">
          <span className="text-title block wrap-break-word">{event.name}</span>
          <span className="block text-ink-2 wrap-break-word">
            {when(event.startsAt)}, {event.place}
          </span>
        </span>
        <span className="sm:text-right">
          <b>{t("taken", { booked: event.booked, places: event.places })}</b>
          <span className="block text-small text-ink-2">
            {event.status === "cancelled" ? (
              <Badge tone="bad">{t("cancelled")}</Badge>
            ) : (
              [
                ...(event.waiting > 0 ? [t("waiting", { count: event.waiting })] : []),
                ...(event.checkedIn > 0 ? [t("checkedIn", { count: event.checkedIn })] : []),
              ].join(", ")
            )}
          </span>
        </span>
      </Link>
    </li>
  );
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-answer">{t("answer", { count: coming.length })}</h1>
        {mayManage && experiences.length > 0 ? <EventForm experiences={experiences} event={null} /> : null}
      </div>
      {coming.length > 0 ? (
        <ul className="border-t border-ink">{coming.map(row)}</ul>
      ) : (
        <div className="border-t border-line pt-5">
          <Empty title={t("empty")}>{experiences.length > 0 ? t("emptyBody") : t("noExperience")}</Empty>
        </div>
      )}
      {past.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-section mb-2">{t("past")}</h2>
          <ul className="border-t border-line">{past.map(row)}</ul>
        </section>
      ) : null}
    </>
  );
}
