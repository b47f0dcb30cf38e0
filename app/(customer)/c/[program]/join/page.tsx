import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ForgetCards } from "@/components/portal/forget-cards";
import { JoinProgram } from "@/components/site/join-program";
import { LinkButton, TextLink } from "@/components/ui/text-link";
import { join, signOut } from "@/lib/access/actions";
import { publicShop, signedInAccount, signedInTo } from "@/lib/access/session";
import { keptTogether } from "@/lib/kernel/i18n/day-words";
import { pointsOf } from "../../points-of";
import { Frame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("signIn.join")]);
  return { title: { absolute: t("title", { shop: (await publicShop(program))?.name ?? "Regulars" }) } };
}

/** Where the poster leads: joining in one screen. Somebody who proved an address already only has to say yes. */
export default async function JoinPage({ params }: Props) {
  const { program } = await params;
  const [shop, account] = await Promise.all([publicShop(program), signedInAccount()]);
  if (!shop) notFound();
  const standing = await signedInTo(shop);
  if (standing === "member") redirect(`/c/${shop.slug}`);
  const [t, portal, locale, points] = await Promise.all([
    getTranslations("signIn"),
    getTranslations("portal"),
    getLocale(),
    pointsOf(shop),
  ]);
  const proven = standing === "stranger" ? account : null;
  const home = `/c/${shop.slug}`;
  return (
    <Frame shop={shop} title={t("join.title", { shop: shop.name })}>
      <ForgetCards only={account ? home : undefined} />
      <JoinProgram
        // Drawn anew in another language; the script of the forms fills in what was typed.
        key={locale}
        join={join.bind(null, shop.slug)}
        asksEmail={proven === null}
        intro={proven ? t("join.body", { email: proven.email }) : t("join.intro")}
        here={`${home}/join`}
        words={{
          name: t("optionalName"),
          email: t("email"),
          marketing: keptTogether(portal("consent.marketing", { shop: shop.name })),
          marketingHint: t("join.marketingHint"),
          ended: t("join.ended"),
          submit: t("join.submit"),
          pending: t("join.pending"),
          sentTitle: t("join.sentTitle"),
          sent: t.raw("join.sent"),
          keptTitle: t("card.keptTitle"),
          kept: t.raw("card.kept"),
          again: t("card.again"),
        }}
      />
      {proven ? (
        <form action={signOut} className="mt-6">
          <input type="hidden" name="to" value={`${home}/join`} />
          <LinkButton type="submit">{t("join.other")}</LinkButton>
        </form>
      ) : (
        <p className="mt-6">
          <TextLink href={`${home}/sign-in`}>{t("join.member")}</TextLink>
        </p>
      )}
      <p className="mt-4">
        <TextLink href={`${home}/how`} className="touchable">
          {t("join.how", { word: points.many })}
        </TextLink>
      </p>
    </Frame>
  );
}
