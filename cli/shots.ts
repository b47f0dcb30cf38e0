import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser as Chromium, chromium } from "@playwright/test";
import type { Installation } from "@/e2e/fixtures/installation";
import { startServer } from "@/e2e/fixtures/start-server";
import { carrySession } from "@/e2e/fixtures/test";
import { type ListedPage, pages, pathOf } from "@/e2e/pages";
import { type Locale, localeCookie, locales } from "@/lib/kernel/i18n/locale";
import { type Theme, themeCookie, themes } from "@/lib/kernel/i18n/theme";
import { OperatorError } from "@/lib/kernel/operator-error";
import { findBrowser, launchOptions } from "./lib/browser";
import { freePort } from "./lib/free-port";
import { Lifecycle } from "./lib/lifecycle";
import { root } from "./lib/root";

/** `npm run shots [-- NAME ...]`: every page, or those named, as people see it, into shots/. */
const screens = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
type Screen = keyof typeof screens;

interface Shot {
  page: ListedPage;
  screen: Screen;
  theme: Theme;
  locale: Locale;
}

const directory = join(root, "shots");
const life = new Lifecycle();

await life.run(async () => {
  const wanted = chosenPages(process.argv.slice(2));
  const browser = await chromium.launch(launchOptions(await findBrowser(console.log)));
  await life.add(() => browser.close());
  const installation = await startServer(life, await freePort());
  // Pictures of pages that are gone, or were renamed, would be mistaken for what there is.
  if (wanted.length === pages.length) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const queue = wanted.flatMap(everyWay);
  let taken = 0;
  const photographer = async () => {
    for (let shot = queue.shift(); shot; shot = queue.shift()) {
      await take(browser, installation, shot);
      taken += 1;
    }
  };
  await Promise.all([photographer(), photographer()]);
  console.log(`${taken} pictures of ${wanted.length} pages in ${directory}`);
  await life.stop(0);
});

function chosenPages(names: string[]): ListedPage[] {
  const unknown = names.filter((name) => !pages.some((page) => page.name === name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `No page is called ${unknown.join(", ")}. There are: ${pages.map((page) => page.name).join(", ")}`,
    );
  }
  return names.length === 0 ? pages : pages.filter((page) => names.includes(page.name));
}

function everyWay(page: ListedPage): Shot[] {
  return (Object.keys(screens) as Screen[]).flatMap((screen) =>
    themes.flatMap((theme) => locales.map((locale) => ({ page, screen, theme, locale }))),
  );
}

async function take(browser: Chromium, installation: Installation, shot: Shot): Promise<void> {
  const { page: listed, screen, theme, locale } = shot;
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
    await page.goto(pathOf(listed, installation), { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: picture(shot), fullPage: true });
  } finally {
    await context.close();
  }
}

function picture({ page, screen, theme, locale }: Shot): string {
  return join(directory, `${page.name}.${screen}.${theme}.${locale}.png`);
}
