import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrokenPageWords } from "@/components/layout/broken-page";
import { RefusedForms } from "@/components/ui/refused-forms";
import { isTheme, themeCookie } from "@/lib/kernel/i18n/theme";
import { fontVariables } from "./fonts";

export const metadata: Metadata = { title: { default: "Regulars", template: "%s · Regulars" } };

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, t] = await Promise.all([getLocale(), cookies(), getTranslations("errors.broken")]);
  const theme = jar.get(themeCookie)?.value;
  return (
    <html lang={locale} data-theme={isTheme(theme) ? theme : undefined} className={fontVariables}>
      <body>
        <BrokenPageWords
          words={{ title: t("title"), body: t("body"), retry: t("retry"), reference: t.raw("reference") }}
        >
          {children}
        </BrokenPageWords>
        <RefusedForms />
      </body>
    </html>
  );
}
