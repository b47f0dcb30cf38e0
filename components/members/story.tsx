import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsWords } from "@/components/merchant/points-words";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { formatTime } from "@/lib/kernel/i18n/day-words";
import type { StoryRow } from "@/lib/timeline/domain/story";
import { Award } from "./award";
import { DatedLine, type Place } from "./dated-line";
import { OwnNote } from "./own-note";
import { PartCards } from "./part-cards";
import { PurchaseLines } from "./purchase-lines";
import { detailsOf, movedBy, sentenceOf, type Telling, whoOf } from "./story-sentence";
import { TakeBackActivity } from "./take-back-activity";

export interface StoryPlace extends Place {
  /** The member's id. */
  member: string;
  mayRefund: boolean;
  pointName: { one: string; other: string } | null;
}

/** What happened to a member, newest first, a sentence each; what earned points opens into why. */
export function Story({ rows, place }: { rows: StoryRow[]; place: StoryPlace }) {
  const t = useTranslations("members.story");
  if (rows.length === 0) return <p className="pt-4 text-ink-2">{t("empty")}</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.key} className="border-b border-line">
          <Row row={row} place={place} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, place }: { row: StoryRow; place: StoryPlace }) {
  const { zone, currency, pointName } = place;
  const held = useTranslations("members.history");
  const desk = useTranslations("desk");
  const locale = useLocale();
  const telling: Telling = {
    t: useTranslations("members.story"),
    via: useTranslations("members.via"),
    points: (count) =>
      pointsWords(count, { locale, pointName, word: (n) => desk("pointWord", { count: n }) }),
    locale,
    zone,
    currency,
  };
  const when = [formatTime(new Date(row.at), zone, locale), whoOf(row, telling)].filter(Boolean).join(", ");
  const moved = movedBy(row, locale);
  const isOwnNote = row.kind === "note" && row.own;
  const line = (
    <DatedLine
      at={row.at}
      place={place}
      moved={
        moved === null ? null : (
          <>
            <b>{moved}</b> {row.kind === "purchase" && row.pending > 0 ? <Badge>{held("held")}</Badge> : null}
          </>
        )
      }
    >
      {isOwnNote ? (
        <OwnNote member={place.member} note={row.id} text={row.text} />
      ) : (
        <p className="font-strong wrap-break-word whitespace-pre-line">{sentenceOf(row, telling)}</p>
      )}
      <p className="text-small text-ink-2 wrap-break-word">
        {[when, ...detailsOf(row, telling)].map((text) => text.replace(/\.$/, "")).join(". ")}
      </p>
      {row.kind === "merge" && !row.parted ? (
        <div className="mt-2">
          <PartCards member={place.member} merge={row.id} />
        </div>
      ) : null}
    </DatedLine>
  );
  const more = insideOf(row, place);
  if (!more) return <div className="py-2.5 pr-8">{line}</div>;
  return (
    <Disclosure summary={line} panel className="py-2">
      {more}
    </Disclosure>
  );
}

/** Why, and what can be done about it. */
function insideOf(row: StoryRow, place: StoryPlace): ReactNode {
  if (row.kind === "purchase")
    return (
      <div className="grid gap-5">
        <div>
          <Award {...row.award} />
        </div>
        <PurchaseLines purchase={row} place={place} mayRefund={place.mayRefund} />
      </div>
    );
  if (row.kind === "activity" && row.award)
    return (
      <div className="grid justify-items-start gap-4">
        <div className="w-full">
          <Award {...row.award} />
        </div>
        <TakeBackActivity activity={row.id} name={row.name} />
      </div>
    );
  return null;
}
