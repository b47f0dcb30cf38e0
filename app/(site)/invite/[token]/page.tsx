import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { NewPassword } from "@/components/site/new-password";
import { ForgetTills } from "@/components/till/offline/forget-tills";
import { choosePassword } from "@/lib/access/actions";
import { showLink } from "@/lib/access/queries/peek-link";
import { LinkOver } from "../../link-over";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.reset");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, t] = await Promise.all([showLink(token, ["invite"]), getTranslations("signIn")]);
  if (!link) {
    return (
      <SiteShell width="form">
        <LinkOver />
      </SiteShell>
    );
  }
  const { shop, email } = link;
  const words = {
    name: t("name"),
    password: t("password"),
    passwordHint: t("passwordHint"),
    submit: t("invite.submit"),
    pending: t("reset.pending"),
  };
  return (
    <SiteShell width="form" name={shop.name} colour={shop.colour}>
      <h1 className="text-answer">{t("invite.title", { shop: shop.name })}</h1>
      <p className="mt-2 mb-6 wrap-anywhere text-ink-2">{t("invite.body", { email })}</p>
      <NewPassword choose={choosePassword.bind(null, token)} email={email} words={words} />
      <ForgetTills />
    </SiteShell>
  );
}
