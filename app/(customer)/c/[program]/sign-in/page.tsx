import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AskByMail } from "@/components/site/ask-by-mail";
import { askLink } from "@/lib/access/actions";
import { publicShop, signedInTo } from "@/lib/access/session";
import { Frame } from "./frame";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("signIn.card")]);
  return { title: { absolute: `${t("title")} · ${(await publicShop(program))?.name ?? "Regulars"}` } };
}

/** A regular's way in, and a stranger's: the poster leads here. */
export default async function CardSignInPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const shop = await publicShop(program);
  if (!shop) notFound();
  const standing = await signedInTo(shop);
  if (standing === "member") redirect(`/c/${shop.slug}`);
  const t = await getTranslations("signIn");
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
  return (
    <Frame shop={shop} title={t("card.title")}>
      <AskByMail
        ask={askLink.bind(null, shop.slug)}
        words={words}
        intro={[t("card.body"), t("card.new")].join(" ")}
        here={`/c/${shop.slug}/sign-in`}
        size="l"
      />
    </Frame>
  );
}
