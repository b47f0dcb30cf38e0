import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { startServer } from "@/e2e/fixtures/start-server";
import type { ListedPage } from "@/e2e/pages";
import { photographMails, photographPage, type Screen, type Shot, screens, shown } from "@/e2e/photograph";
import { readmePictures } from "@/e2e/readme-pictures";
import { locales } from "@/lib/kernel/i18n/locale";
import { themes } from "@/lib/kernel/i18n/theme";
import { OperatorError } from "@/lib/kernel/operator-error";
import { findBrowser, launchOptions } from "./lib/browser";
import { freePort } from "./lib/free-port";
import { Lifecycle } from "./lib/lifecycle";
import { root } from "./lib/root";

/**
 * `npm run shots [-- NAME ...]`: every page and mail, or those named (`mails` for all mails), as people see them, into
 * shots/. `npm run shots -- --readme`: the pictures of README.md, into docs/pictures/.
 */
const directory = join(root, "shots");
const life = new Lifecycle();

await life.run(async () => {
  const names = process.argv.slice(2);
  const forReadme = names.includes("--readme");
  const wanted = forReadme ? [] : chosenPages(names.filter((name) => name !== "mails"));
  const isEverything = names.length === 0;
  const browser = await chromium.launch(launchOptions(await findBrowser(console.log)));
  await life.add(() => browser.close());
  // Pictures of pages that are gone, or were renamed, would be mistaken for what there is.
  if (isEverything) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  if (isEverything || names.includes("mails")) await photographMails(browser, directory);
  const queue: Shot[] = forReadme
    ? readmePictures.map((shot) => ({ ...shot, file: join(root, "docs/pictures", shot.file) }))
    : names.every((name) => name === "mails") && !isEverything
      ? []
      : wanted.flatMap(everyWay);
  if (queue.length > 0) {
    const installation = await startServer(life, await freePort());
    const photographer = async () => {
      for (let shot = queue.shift(); shot; shot = queue.shift()) {
        await photographPage(browser, installation, shot);
        console.log(shot.file);
      }
    };
    await Promise.all([photographer(), photographer()]);
  }
  await life.stop(0);
});

function chosenPages(names: string[]): readonly ListedPage[] {
  const unknown = names.filter((name) => !shown.some((page) => page.name === name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `No page is called ${unknown.join(", ")}. There are: mails, ${shown.map((page) => page.name).join(", ")}`,
    );
  }
  return names.length === 0 ? shown : shown.filter((page) => names.includes(page.name));
}

function everyWay({ name }: ListedPage): Shot[] {
  return (Object.keys(screens) as Screen[]).flatMap((screen) =>
    themes.flatMap((theme) =>
      locales.map((locale) => {
        const file = join(directory, `${name}.${screen}.${theme}.${locale}.png`);
        return { page: name, screen, theme, locale, file };
      }),
    ),
  );
}
