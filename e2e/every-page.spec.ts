import { localeCookie } from "@/lib/kernel/i18n/locale";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { pages, pathOf } from "./pages";

/** Between them each page is seen in both languages, at both sizes, by day and by night. */
const visits = [
  { locale: "en", colorScheme: "light", width: 1280 },
  { locale: "tr", colorScheme: "dark", width: 320 },
] as const;

for (const listed of pages) {
  test(`${listed.name}: axe finds nothing on a laptop by day, nor on 320 px by night in Turkish, where it fits`, async ({
    page,
    context,
    installation,
    signInAs,
  }) => {
    if (listed.as !== "nobody") await signInAs(listed.as);
    const path = pathOf(listed, installation);
    for (const { locale, colorScheme, width } of visits) {
      await context.addCookies([{ name: localeCookie, value: locale, url: installation.baseUrl }]);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const response = await page.goto(path);
      expect(response?.status()).toBe(listed.status ?? 200);
      expect(page.url(), "led elsewhere").toBe(new URL(path, installation.baseUrl).href);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}
