import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { cardsOf } from "@/lib/access/queries/list-programs";
import { signedInAccount } from "@/lib/access/session";
import { pointsOf } from "./points-of";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.cards");
  return { title: t("title") };
}

/** The cards of somebody who carries several; one card opens at once. */
export default async function CardsPage() {
  const [t, account] = await Promise.all([getTranslations("signIn.cards"), signedInAccount()]);
  const cards = account ? await cardsOf(account) : [];
  const names = await Promise.all(cards.map((card) => pointsOf(card)));
  const [first] = cards;
  if (first && cards.length === 1) redirect(`/c/${first.slug}`);
  return (
    <SiteShell width="form">
      {first ? (
        <>
          <h1 className="mb-4 text-answer">{t("title")}</h1>
          <ul className="border-t border-ink">
            {cards.map((card, index) => (
              <li key={card.slug} className="flex items-baseline border-b border-line py-3 text-reading">
                <TextLink href={`/c/${card.slug}`}>{card.name}</TextLink>
                <span className="leader" />
                <span>{names[index]?.count(card.balance)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h1 className="mb-4 text-answer">{t("title")}</h1>
          <Empty title={t("none")}>{t("noneBody")}</Empty>
        </>
      )}
    </SiteShell>
  );
}
