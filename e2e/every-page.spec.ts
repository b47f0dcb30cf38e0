import { localeCookie, locales } from "@/lib/kernel/i18n/locale";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { pages, pathOf } from "./pages";

for (const listed of pages) {
  for (const locale of locales) {
    test(`${listed.name} in ${locale}: axe finds nothing, and it fits 320 px`, async ({
      page,
      context,
      installation,
      signInAs,
    }) => {
      if (listed.as !== "nobody") await signInAs(listed.as);
      await context.addCookies([{ name: localeCookie, value: locale, url: installation.baseUrl }]);
      await page.goto(pathOf(listed, installation));
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 700 });
      await expectNoSidewaysScroll(page);
    });
  }
}
