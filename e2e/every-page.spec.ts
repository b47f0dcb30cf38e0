import type { Page } from "@playwright/test";
import { localeCookie } from "@/lib/kernel/i18n/locale";
import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/axe";
import { carrySession, test as everyTest, expect, watchErrors } from "./fixtures/test";
import { wordsIn } from "./fixtures/words";
import { type ListedPage, pages, pathOf } from "./pages";
import { states } from "./states";

/** Between them each page is seen in both languages, at both sizes, by day and by night. */
const visits = [
  { locale: "en", colorScheme: "light", width: 1280 },
  { locale: "tr", colorScheme: "dark", width: 320 },
] as const;

interface Visitor {
  page: Page;
  errors: string[];
}

/** Nothing is written here: each of the people keeps one window, which has loaded the scripts and fonts of the page before. */
const test = everyTest.extend<
  { noPageErrors: undefined },
  { visitorAs(role: ListedPage["as"]): Promise<Visitor> }
>({
  // In place of the one that opens a window for each test.
  noPageErrors: ({ browserName: _ }, use) => use(undefined),
  visitorAs: [
    async ({ browser, installation }, use) => {
      const visitors = new Map<string, Visitor>();
      await use(async (role) => {
        const known = visitors.get(role);
        if (known) return known;
        const context = await browser.newContext();
        if (role !== "nobody") await carrySession(context, installation, role);
        const page = await context.newPage();
        const visitor = { page, errors: watchErrors(page) };
        visitors.set(role, visitor);
        return visitor;
      });
      for (const { page } of visitors.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
});

for (const listed of pages) {
  test(`${listed.name}: axe finds nothing on a laptop by day, nor on 320 px by night in Turkish, where it fits`, async ({
    visitorAs,
    installation,
  }) => {
    const { page, errors } = await visitorAs(listed.as);
    const path = pathOf(listed, installation);
    for (const { locale, colorScheme, width } of visits) {
      await page.context().addCookies([{ name: localeCookie, value: locale, url: installation.baseUrl }]);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const response = await page.goto(path);
      expect(response?.status()).toBe(listed.status ?? 200);
      expect(page.url(), "led elsewhere").toBe(new URL(path, installation.baseUrl).href);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    expect(errors.splice(0), "the page reported errors").toEqual([]);
  });
}

for (const listed of states) {
  test(`${listed.name}: axe finds nothing there either, by day or by night, where it fits`, async ({
    visitorAs,
    installation,
  }) => {
    const window = (await visitorAs(listed.as)).page.context();
    for (const { locale, colorScheme, width } of visits) {
      // A page of its own: what the till and a form keep is kept by page.
      const page = await window.newPage();
      const errors = watchErrors(page);
      await window.addCookies([{ name: localeCookie, value: locale, url: installation.baseUrl }]);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(pathOf(listed, installation));
      await listed.reach?.(page, wordsIn(locale), installation);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.close();
      expect(errors, "the page reported errors").toEqual([]);
    }
  });
}
