import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteShell } from "@/components/layout/site-shell";
import { SetupForm } from "@/components/site/setup-form";
import { hasAnyMerchant } from "@/lib/access/queries/list-doors";
import { currencyOptions } from "./currencies";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

/** The first visit. As soon as there is a shop there is nothing here. */
export default async function SetupPage() {
  if (await hasAnyMerchant()) notFound();
  const [t, signIn, locale] = await Promise.all([
    getTranslations("setup"),
    getTranslations("signIn"),
    getLocale(),
  ]);
  const words = {
    shop: t("shop"),
    owner: t("owner"),
    name: t("name"),
    slug: t("slug"),
    slugHint: t("slugHint"),
    currency: t("currency"),
    timezone: t("timezone"),
    timezoneHint: t("timezoneHint"),
    ownerName: t("ownerName"),
    ownerEmail: t("ownerEmail"),
    ownerPassword: t("ownerPassword"),
    passwordHint: signIn("passwordHint"),
    submit: t("submit"),
    pending: t("pending"),
  };
  return (
    <SiteShell width="text">
      <h1 className="text-answer">{t("title")}</h1>
      <p className="mt-2 mb-8 text-ink-2">{t("body")}</p>
      <SetupForm
        words={words}
        currencies={[{ value: "", label: t("chooseCurrency"), disabled: true }, ...currencyOptions(locale)]}
        timezones={timezoneOptions()}
        start={starts[locale]}
      />
    </SiteShell>
  );
}

/** What is chosen before anybody chose; the browser's own zone takes its place where there is script. */
const starts = {
  en: { currency: "", timezone: "UTC" },
  tr: { currency: "TRY", timezone: "Europe/Istanbul" },
};

const timezoneOptions = () =>
  ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
