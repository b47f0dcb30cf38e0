import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { type Locale, localeCookie, locales } from "@/lib/kernel/i18n/locale";
import { type Theme, themeCookie } from "@/lib/kernel/i18n/theme";
import type { Installation } from "./fixtures/installation";
import { carrySession } from "./fixtures/test";
import { wordsIn } from "./fixtures/words";
import { pages, pathOf } from "./pages";
import { sampleMails } from "./sample-mails";
import { type ListedState, states } from "./states";

export const screens = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
export type Screen = keyof typeof screens;

export const shown: readonly ListedState[] = [...pages, ...states];

export interface Shot {
  /** Its name in the list of pages, or of their states. */
  page: string;
  screen: Screen;
  theme: Theme;
  locale: Locale;
  /** .png: the page to its end. .webp: what a screen shows of it, small enough to be part of a document. */
  file: string;
}

/** A page that goes on and on is not drawn to its end: a browser cannot draw every height at once. */
const tallest = 4000;

export async function photographPage(
  browser: Browser,
  installation: Installation,
  { page: name, screen, theme, locale, file }: Shot,
): Promise<void> {
  const listed = shown.find((page) => page.name === name);
  if (!listed) throw new Error(`no page is called ${name}`);
  const context = await browser.newContext({
    baseURL: installation.baseUrl,
    viewport: screens[screen],
    colorScheme: theme,
    locale: locale === "tr" ? "tr-TR" : "en-GB",
    timezoneId: "Europe/Istanbul",
    reducedMotion: "reduce",
    deviceScaleFactor: screen === "phone" ? 2 : 1,
  });
  try {
    if (listed.as !== "nobody") await carrySession(context, installation, listed.as);
    const url = installation.baseUrl;
    await context.addCookies([
      { name: localeCookie, value: locale, url },
      { name: themeCookie, value: theme, url },
    ]);
    const page = await context.newPage();
    // What a page asks for once it is there belongs to the picture.
    await page.goto(pathOf(listed, installation), { waitUntil: "networkidle" });
    if (listed.reach) {
      await listed.reach(page, wordsIn(locale), installation);
      await page.waitForLoadState("networkidle");
    }
    await save(page, file);
  } finally {
    await context.close();
  }
}

/** Every mail in each language, as a phone and a laptop show it. */
export async function photographMails(browser: Browser, directory: string): Promise<void> {
  for (const screen of Object.keys(screens) as Screen[]) {
    const page = await browser.newPage({ viewport: screens[screen] });
    for (const [kind, compose] of Object.entries(sampleMails)) {
      for (const locale of locales) {
        const { html, text } = compose(locale);
        await page.setContent(html);
        await save(page, join(directory, `mail-${kind}.${screen}.light.${locale}.png`));
        writeFileSync(join(directory, `mail-${kind}.${locale}.txt`), text);
      }
    }
    await page.close();
  }
}

async function save(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (file.endsWith(".webp")) {
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 82 });
    writeFileSync(file, Buffer.from(data, "base64"));
  } else {
    await page.screenshot({ path: file, fullPage: true, clip: await wholeOf(page) });
  }
}

async function wholeOf(page: Page) {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  return { x: 0, y: 0, width, height: Math.min(height, tallest) };
}
