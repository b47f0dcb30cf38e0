import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BookMember } from "@/components/events/book-member";
import { CancelEvent } from "@/components/events/cancel-event";
import { DoorList } from "@/components/events/door-list";
import { EventForm } from "@/components/events/event-form";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { staffPage } from "@/lib/access/session";
import { getDoorList } from "@/lib/events/queries/get-door-list";
import { systemNow } from "@/lib/kernel/clock";
import { formatDayOf, formatTime } from "@/lib/kernel/i18n/day-words";
import { isUuid } from "@/lib/kernel/ids";
import { mayRole } from "../../../areas";
import { orNull } from "../../../or-null";

interface Props {
  params: Promise<{ program: string; id: string }>;
}

async function doorOf({ program, id }: { program: string; id: string }) {
  const { actor } = await staffPage(program);
  const door = isUuid(id) ? await orNull(ask(actor, getDoorList, { event: id }), "not_found") : null;
  return door ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await doorOf(await params)).event.name };
}

/** An evening's door: who comes, by name, who is in, who waits. Printed, it is a list to tick. */
export default async function EventPage({ params }: Props) {
  const given = await params;
  const { program, id } = given;
  const [{ actor, shop }, { event, booked, waiting }, locale, t] = await Promise.all([
    staffPage(program),
    doorOf(given),
    getLocale(),
    getTranslations("events.door"),
  ]);
  const at = new Date(event.startsAt);
  const isOver = new Date(event.endsAt) <= systemNow();
  const isOpen = event.status === "open" && !isOver;
  const mayChange = isOpen && mayRole(actor.role, "events.manage");
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="text-answer min-w-0 wrap-break-word">{event.name}</h1>
        {isOpen ? (
          <div className="flex flex-wrap gap-2 pt-1 print:hidden">
            {mayChange ? (
              <>
                <CancelEvent id={event.id} name={event.name} booked={booked.length} />
                <EventForm experiences={[]} event={event} />
              </>
            ) : null}
            <BookMember event={event.id} />
          </div>
        ) : null}
      </div>
      <p className="mt-1 text-ink-2">
        {formatDayOf(at, shop.timezone, locale, "full")}, {formatTime(at, shop.timezone, locale)},{" "}
        {event.place}
      </p>
      <p className="text-section mt-4">
        {event.status === "cancelled"
          ? t("cancelled")
          : t("answer", {
              booked: booked.length,
              places: event.places,
              checkedIn: booked.filter((place) => place.checkedInAt).length,
            })}
      </p>
      <p className="mt-1 print:hidden">
        <TextLink href={`/m/${program}/events/${id}/door.csv`}>{t("csv")}</TextLink>
      </p>
      <DoorList event={event.id} booked={booked} waiting={waiting} open={isOpen} />
    </>
  );
}
