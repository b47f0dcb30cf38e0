import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ForgetCards } from "@/components/portal/forget-cards";
import { AskByMail } from "@/components/site/ask-by-mail";
import { TextLink } from "@/components/ui/text-link";
import { askLink } from "@/lib/access/actions";
import { safePath } from "@/lib/access/safe-path";
import { publicShop, signedInAccount, signedInTo, wasSignedIn } from "@/lib/access/session";
import { Frame } from "../frame";

interface Props {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("signIn.card")]);
  return { title: { absolute: `${t("title")} · ${(await publicShop(program))?.name ?? "Regulars"}` } };
}

/** A regular's way in. `to`: the page that an expired session was sent away from. */
export default async function CardSignInPage({ params, searchParams }: Props) {
  const [{ program }, { to }] = await Promise.all([params, searchParams]);
  const shop = await publicShop(program);
  if (!shop) notFound();
  const standing = await signedInTo(shop);
  const home = `/c/${shop.slug}`;
  const landing =
    typeof to === "string" && to.startsWith(`${home}/`) ? (safePath(to) ?? undefined) : undefined;
  if (standing === "member") redirect(landing ?? home);
  const [t, wasHere, account] = await Promise.all([
    getTranslations("signIn"),
    wasSignedIn(),
    signedInAccount(),
  ]);
  const words = {
    email: t("email"),
    submit: t("card.submit"),
    pending: t("card.pending"),
    sentTitle: t("card.sentTitle"),
    sent: t.raw("card.sent"),
    keptTitle: t("card.keptTitle"),
    kept: t.raw("card.kept"),
    again: t("card.again"),
  };
  const lead = wasHere ? [t("card.ended"), t("card.body")] : [t("card.body"), t("card.leads")];
  const intro = landing ? lead.join(" ") : t("card.body");
  return (
    <Frame shop={shop} title={t("card.title")}>
      <ForgetCards only={account ? home : undefined} />
      <AskByMail
        ask={askLink.bind(null, shop.slug)}
        words={words}
        intro={intro}
        here={`${home}/sign-in${landing ? `?to=${encodeURIComponent(landing)}` : ""}`}
        landing={landing}
        size="l"
      />
      <p className="mt-6">
        {t("card.new")} <TextLink href={`${home}/join`}>{t("card.join")}</TextLink>
      </p>
    </Frame>
  );
}
