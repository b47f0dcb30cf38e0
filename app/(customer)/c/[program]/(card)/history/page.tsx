import { getLocale, getTranslations } from "next-intl/server";
import { Column } from "@/components/layout/customer-shell";
import { StripSign } from "@/components/layout/sign";
import { HistoryEntry } from "@/components/portal/history-entry";
import { LoadMore } from "@/components/ui/pages";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { memberPage } from "@/lib/access/session";
import { getOwnCard } from "@/lib/members/queries/get-own-card";
import { ownHistory } from "@/lib/points/queries/own-history";
import { CardFrame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ program }, { before }] = await Promise.all([params, searchParams]);
  const [{ actor, shop }, locale, t] = await Promise.all([
    memberPage(program, "history"),
    getLocale(),
    getTranslations("portal.history"),
  ]);
  const from = typeof before === "string" && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : undefined;
  const [card, history] = await Promise.all([
    ask(actor, getOwnCard, {}),
    ask(actor, ownHistory, { before: from, locale }),
  ]);
  const href = `/c/${program}/history`;
  return (
    <CardFrame
      program={program}
      colour={shop.colour}
      sign={<StripSign name={shop.name} href={`/c/${program}`} />}
    >
      <Column className="pt-6">
        <h1 className="text-section">
          {history.entries.length > 0
            ? t("title", { points: t("points", { points: card.balance }) })
            : t("titleNone")}
        </h1>
        <ol className="mt-5 border-t border-ink">
          {history.entries.map((entry) => (
            <li key={entry.seq} className="border-b border-line">
              <HistoryEntry entry={entry} zone={shop.timezone} locale={locale} />
            </li>
          ))}
        </ol>
        {history.next ? <LoadMore href={`${href}?before=${history.next}`}>{t("more")}</LoadMore> : null}
        {from ? (
          <p className="mt-4">
            <TextLink href={href} className="touchable">
              {t("newest")}
            </TextLink>
          </p>
        ) : null}
      </Column>
    </CardFrame>
  );
}
