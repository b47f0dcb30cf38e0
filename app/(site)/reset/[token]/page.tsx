import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { NewPassword } from "@/components/site/new-password";
import { choosePassword } from "@/lib/access/actions";
import { showLink } from "@/lib/access/queries/peek-link";
import { LinkOver } from "../../link-over";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.reset");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, t] = await Promise.all([showLink(token, ["reset"]), getTranslations("signIn")]);
  const words = {
    password: t("newPassword"),
    passwordHint: t("passwordHint"),
    submit: t("reset.submit"),
    pending: t("reset.pending"),
  };
  return (
    <SiteShell width="form">
      {link ? (
        <>
          <h1 className="text-answer">{t("reset.title")}</h1>
          <p className="mt-2 mb-6 wrap-anywhere text-ink-2">{t("reset.body", { email: link.email })}</p>
          <NewPassword choose={choosePassword.bind(null, token)} email={link.email} words={words} />
        </>
      ) : (
        <LinkOver again="/forgot" />
      )}
    </SiteShell>
  );
}
