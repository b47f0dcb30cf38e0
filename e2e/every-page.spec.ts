import { localeCookie } from "@/lib/kernel/i18n/locale";
import { expectAccessible, expectLegible, expectNoSidewaysScroll } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { pages, pathOf } from "./pages";

// A laptop reads English, a phone Turkish: together they see each page in both, at both sizes, by day and by night.
const languages: Record<string, string> = { desktop: "en", phone: "tr" };

for (const listed of pages) {
  test(`${listed.name}: axe finds nothing by day or night, and it fits 320 px`, async ({
    page,
    context,
    installation,
    signInAs,
  }, { project }) => {
    if (listed.as !== "nobody") await signInAs(listed.as);
    const locale = languages[project.name] ?? "en";
    await context.addCookies([{ name: localeCookie, value: locale, url: installation.baseUrl }]);
    const path = pathOf(listed, installation);
    const response = await page.goto(path);
    expect(response?.status()).toBe(listed.status ?? 200);
    expect(page.url(), "led elsewhere").toBe(new URL(path, installation.baseUrl).href);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectLegible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
  });
}
