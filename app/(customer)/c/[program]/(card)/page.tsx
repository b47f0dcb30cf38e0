import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { CardSign } from "@/components/layout/sign";
import { CardFace } from "@/components/portal/card-face";
import { HistoryEntry } from "@/components/portal/history-entry";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { formatDayOf } from "@/lib/kernel/i18n/day-words";
import { formatPoints } from "@/lib/kernel/points";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { ownHistory } from "@/lib/points/queries/own-history";
import { CardFrame, ProfileLink } from "./frame";

export default async function CardPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program),
    getLocale(),
    getTranslations("portal.card"),
  ]);
  const [card, history] = await Promise.all([
    ask(actor, getOwnCard, {}),
    ask(actor, ownHistory, { limit: 1, locale }),
  ]);
  const day = (instant: string) => formatDayOf(new Date(instant), shop.timezone, locale);
  // Points are good through the day before the instant at which they expire.
  const lastDay = (instant: string) => formatDayOf(new Date(Date.parse(instant) - 1), shop.timezone, locale);
  const [last] = history.entries;
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={
        <CardSign name={shop.name} corner={<ProfileLink program={program} />}>
          <CardFace
            name={card.name}
            tier={card.tier}
            card={card.card}
            balance={card.balance}
            locale={locale}
          />
        </CardSign>
      }
    >
      <Column>
        {card.arriving ? (
          <Notice figure={formatPoints(card.arriving.points, locale)}>
            {[
              t("arrive", { day: day(card.arriving.at) }),
              ...(card.pending > card.arriving.points ? [t("pendingMore", { points: card.pending })] : []),
            ].join(", ")}
          </Notice>
        ) : null}
        {card.expiring ? (
          <Notice figure={formatPoints(card.expiring.points, locale)}>
            {t("expire", { day: lastDay(card.expiring.at) })}
          </Notice>
        ) : null}
        <div className="mt-6">
          {last ? (
            <>
              <HistoryEntry entry={last} zone={shop.timezone} locale={locale} />
              <p className="mt-3">
                <TextLink href={`/c/${program}/history`} className="touchable">
                  {t("wholeHistory")}
                </TextLink>
              </p>
            </>
          ) : (
            <Empty title={t("nothing")}>{t("nothingBody")}</Empty>
          )}
        </div>
      </Column>
    </CardFrame>
  );
}

function Notice({ figure, children }: { figure: string; children: React.ReactNode }) {
  return (
    <p className="flex gap-4 border-b border-line py-2.5">
      <span className="font-strong">{figure}</span>
      <span>{children}</span>
    </p>
  );
}
