import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { AskByMail } from "@/components/site/ask-by-mail";
import { TextLink } from "@/components/ui/text-link";
import { askReset } from "@/lib/access/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.forgot");
  return { title: t("title") };
}

export default async function ForgotPage() {
  const t = await getTranslations("signIn");
  const words = {
    email: t("email"),
    submit: t("forgot.submit"),
    pending: t("forgot.pending"),
    sentTitle: t("forgot.sentTitle"),
    sent: t.raw("forgot.sent"),
    keptTitle: t("forgot.keptTitle"),
    kept: t.raw("forgot.kept"),
    again: t("forgot.again"),
  };
  return (
    <SiteShell width="form">
      <h1 className="text-answer">{t("forgot.title")}</h1>
      <AskByMail ask={askReset} words={words} intro={t("forgot.body")} here="/forgot" />
      <p className="mt-5">
        <TextLink href="/sign-in">{t("forgot.back")}</TextLink>
      </p>
    </SiteShell>
  );
}
