import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JoinProgram } from "@/components/site/join-program";
import { LinkButton } from "@/components/ui/text-link";
import { join, signOut } from "@/lib/access/actions";
import { publicShop, signedInAccount, signedInTo } from "@/lib/access/session";
import { Frame } from "../frame";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ program: string }>;
}): Promise<Metadata> {
  const [{ program }, t] = await Promise.all([params, getTranslations("signIn.join")]);
  return { title: { absolute: t("title", { shop: (await publicShop(program))?.name ?? "Regulars" }) } };
}

/** The offer to somebody who proved an address that no member has. */
export default async function JoinPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const [shop, account] = await Promise.all([publicShop(program), signedInAccount()]);
  if (!shop) notFound();
  const standing = await signedInTo(shop);
  if (standing === "member") redirect(`/c/${shop.slug}`);
  if (!account || standing === "nobody") redirect(`/c/${shop.slug}/sign-in`);
  const t = await getTranslations("signIn");
  return (
    <Frame shop={shop} title={t("join.title", { shop: shop.name })}>
      <p className="mt-2 mb-6 wrap-anywhere text-ink-2">{t("join.body", { email: account.email })}</p>
      <JoinProgram
        join={join.bind(null, shop.slug)}
        words={{ name: t("optionalName"), submit: t("join.submit"), pending: t("join.pending") }}
      />
      <form action={signOut} className="mt-6">
        <input type="hidden" name="to" value={`/c/${shop.slug}/sign-in`} />
        <LinkButton type="submit">{t("join.other")}</LinkButton>
      </form>
    </Frame>
  );
}
