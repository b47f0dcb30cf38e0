import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { PasswordSignIn } from "@/components/site/password-sign-in";
import { ForgetTills } from "@/components/till/offline/forget-tills";
import { TextLink } from "@/components/ui/text-link";
import { homeFor } from "@/lib/access/queries/list-doors";
import { safePath } from "@/lib/access/safe-path";
import { signedInAccount } from "@/lib/access/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.staff");
  return { title: t("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ to: asked, again }, account, t] = await Promise.all([
    searchParams,
    signedInAccount(),
    getTranslations("signIn"),
  ]);
  const to = safePath(asked);
  // Who was signed out of one shop only would be led back to its door for ever.
  if (account?.by === "password" && again !== "1") redirect(to ?? (await homeFor(account.accountId)));
  const words = {
    email: t("email"),
    password: t("password"),
    submit: t("staff.submit"),
    pending: t("staff.pending"),
  };
  return (
    <SiteShell width="form">
      <h1 className="mb-6 text-answer">{t("staff.title")}</h1>
      <PasswordSignIn words={words} to={to} />
      <ForgetTills />
      <p className="mt-5">
        <TextLink href="/forgot">{t("staff.forgot")}</TextLink>
      </p>
      <p className="mt-8 border-t border-line pt-4 text-ink-2">{t("staff.customers")}</p>
    </SiteShell>
  );
}
