import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenCard } from "@/components/site/open-card";
import { ButtonLink } from "@/components/ui/button";
import { openCard } from "@/lib/access/actions";
import { showLink } from "@/lib/access/queries/peek-link";
import { publicShop, signedInTo } from "@/lib/access/session";
import { Frame } from "../../frame";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("signIn.open")]);
  const title = { absolute: `${t("title")} · ${(await publicShop(program))?.name ?? "Regulars"}` };
  return { title, robots: { index: false }, referrer: "same-origin" };
}

/** Where a mailed link leads: it takes a press to be used, because mail scanners open every link they see. */
export default async function OpenCardPage({
  params,
}: {
  params: Promise<{ program: string; token: string }>;
}) {
  const { program, token } = await params;
  const [shop, link, t] = await Promise.all([
    publicShop(program),
    showLink(token, ["sign-in"]),
    getTranslations("signIn"),
  ]);
  if (!shop) notFound();
  if (link?.shop.slug !== shop.slug) {
    // Pressed again in the mail by whoever it signed in: it has done what it was for.
    if ((await signedInTo(shop)) === "member") redirect(`/c/${shop.slug}`);
    return (
      <Frame shop={shop} title={t("expired.title")}>
        <p className="mt-2 mb-6 text-ink-2">{t("expired.body")}</p>
        <ButtonLink href={`/c/${shop.slug}/sign-in`} variant="main" size="l">
          {t("expired.again")}
        </ButtonLink>
      </Frame>
    );
  }
  return (
    <Frame shop={shop} title={t("open.title")}>
      <p className="mt-2 mb-6 wrap-anywhere text-ink-2">{t("open.body", { email: link.email })}</p>
      <OpenCard
        open={openCard.bind(null, token)}
        words={{ submit: t("open.submit"), pending: t("open.pending") }}
      />
    </Frame>
  );
}
