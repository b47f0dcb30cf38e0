import { getCountries } from "libphonenumber-js/min";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ShopForm } from "@/components/settings/shop-form";
import { TextLink } from "@/components/ui/text-link";
import { ask } from "@/lib/access/ask";
import { getSettings } from "@/lib/merchants/queries/get-settings";
import { settingsPage } from "../settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.sections"))("shop") };
}

export default async function ShopPage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await params;
  const { actor } = await settingsPage(program, "settings.manage");
  const [shop, t, poster, locale] = await Promise.all([
    ask(actor, getSettings, {}),
    getTranslations("settings.shop"),
    getTranslations("portal.poster"),
    getLocale(),
  ]);
  return (
    <div className="max-w-[44rem]">
      <h1 className="text-section">{t("title")}</h1>
      <p className="mt-1 mb-6 text-ink-2">
        {t("body")} <TextLink href={`/m/${program}/poster`}>{poster("title")}</TextLink>
      </p>
      <ShopForm
        shop={shop}
        countries={named(getCountries(), "region", locale)}
        zones={withOwn(Intl.supportedValuesOf("timeZone"), shop.timezone).map((zone) => ({
          value: zone,
          label: zone,
        }))}
        currencies={named(withOwn(Intl.supportedValuesOf("currency"), shop.currency), "currency", locale)}
      />
    </div>
  );
}

const withOwn = (values: string[], own: string): string[] =>
  values.includes(own) ? values : [own, ...values];

/** Codes by their names in the reader's language, in its order. */
function named(codes: readonly string[], type: "region" | "currency", locale: string) {
  const names = new Intl.DisplayNames(locale, { type, fallback: "code" });
  return codes
    .map((code) => ({
      value: code,
      label: `${names.of(code) ?? code}${type === "currency" ? ` (${code})` : ""}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
