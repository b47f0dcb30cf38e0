import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/portal/print-button";
import { QrCode } from "@/components/portal/qr-code";
import { ShopColour } from "@/components/ui/shop-colour";
import { TextLink } from "@/components/ui/text-link";
import { staffPage } from "@/lib/access/session";
import { env } from "@/lib/kernel/env";
import { locales } from "@/lib/kernel/i18n/locale";

interface Props {
  params: Promise<{ program: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portal.poster");
  return { title: t("title") };
}

/** A page to hang up: the shop's sign, and the code that leads to joining, in both languages. */
export default async function PosterPage({ params }: Props) {
  const { program } = await params;
  const { shop } = await staffPage(program);
  const [t, ...words] = await Promise.all([
    getTranslations("portal.poster"),
    ...locales.map(async (locale) => ({
      locale,
      say: await getTranslations({ locale, namespace: "portal.poster" }),
    })),
  ]);
  const address = `${env().NEXTAUTH_URL}/c/${shop.slug}/join`;
  // The shop's own language first.
  const ordered = words.sort((a, b) => Number(b.locale === shop.locale) - Number(a.locale === shop.locale));
  return (
    <main id="content" className="mx-auto max-w-[794px] p-6 print:max-w-none print:p-0">
      <ShopColour colour={shop.colour} />
      <style>{"@page { size: A4; margin: 0 }"}</style>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4 print:hidden">
        <div>
          <h1 className="text-section">{t("title")}</h1>
          <p className="text-ink-2">{t("hint")}</p>
        </div>
        <div className="flex items-center gap-5">
          <TextLink href={`/m/${shop.slug}/settings/shop`}>{t("back")}</TextLink>
          <PrintButton label={t("print")} />
        </div>
      </div>
      <section
        aria-label={t("title")}
        className="sign-line relative grid min-h-[1100px] content-between justify-items-center gap-8 bg-sign px-6 py-14 text-center text-white print:min-h-[297mm] print:[print-color-adjust:exact] sm:px-16"
      >
        <p className="text-[4.5rem]/[1.1] font-display wrap-anywhere tracking-[-0.02em]">{shop.name}</p>
        <div className="w-full max-w-[440px] rounded-dialog bg-white p-3">
          <QrCode text={address} label={address} className="w-full" />
        </div>
        <div className="grid gap-8">
          {ordered.map(({ locale, say }) => (
            <div key={locale} lang={locale}>
              <p className="font-display text-[3rem]/[1.15] tracking-[-0.015em]">{say("heading")}</p>
              <p className="mt-2 text-[1.75rem]/[1.3]">
                {say("body")} {say("free")}
              </p>
            </div>
          ))}
        </div>
        <p className="text-[1.5rem]/[1.3] wrap-anywhere">{address.replace(/^https?:\/\//, "")}</p>
      </section>
    </main>
  );
}
