import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { hasAnyMerchant, shopsOf } from "@/lib/access/queries/list-doors";
import { signedInAccount } from "@/lib/access/session";
import { Leave } from "./leave";

export default async function Landing() {
  if (!(await hasAnyMerchant())) redirect("/setup");
  const [t, account] = await Promise.all([getTranslations("site"), signedInAccount()]);
  const shops = account?.by === "password" ? await shopsOf(account.accountId) : [];
  return (
    <SiteShell width="text" aside={account ? <Leave>{t("signOut")}</Leave> : null}>
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-3 text-reading text-ink-2">{t("body")}</p>
      <section className="mt-10 border-t border-ink pt-4">
        <h2 className="text-title">{shops.length > 0 ? t("yourShops") : t("staff")}</h2>
        {shops.length > 0 ? (
          <ul className="mt-2">
            {shops.map((shop) => (
              <li key={shop.slug} className="flex items-baseline border-b border-line py-2.5">
                <TextLink href={`/m/${shop.slug}`}>{shop.name}</TextLink>
                <span className="leader" />
                <span className="text-ink-2">{t(`roles.${shop.role}`)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p className="mt-1 mb-4 text-ink-2">{t("staffBody")}</p>
            <ButtonLink href="/sign-in" variant="main">
              {t("signIn")}
            </ButtonLink>
          </>
        )}
      </section>
      <section className="mt-8 border-t border-line pt-4">
        <h2 className="text-title">{t("customers")}</h2>
        <p className="mt-1 text-ink-2">{t("customersBody")}</p>
        {account ? (
          <p className="mt-3">
            <TextLink href="/c">{t("yourCards")}</TextLink>
          </p>
        ) : null}
      </section>
    </SiteShell>
  );
}
