import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, isLocale, localeCookie } from "./locale";

/**
 * What next-intl needs for one request. The zone here is only the fallback that keeps server and browser in
 * step; whatever shows a merchant's day or hour passes that merchant's own zone.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  // Asked for by name: a poster in both languages, whoever prints it.
  const locale = isLocale(asked)
    ? asked
    : chooseLocale(jar.get(localeCookie)?.value, sent.get("accept-language"));
  const messages = (await import(`../../../messages/${locale}/index.ts`)).default;
  return { locale, messages, timeZone: "UTC" };
});
