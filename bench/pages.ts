import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { findBrowser, launchOptions } from "@/cli/lib/browser";
import { freePort } from "@/cli/lib/free-port";
import { isCustomerPage } from "@/cli/lib/lean-page.mjs";
import { Lifecycle } from "@/cli/lib/lifecycle";
import type { Installation } from "@/e2e/fixtures/installation";
import { startServer } from "@/e2e/fixtures/start-server";
import { carrySession } from "@/e2e/fixtures/test";
import { type ListedPage, pages, pathOf } from "@/e2e/pages";
import { lookThrough } from "./lib/lighthouse";
import type { BenchResult } from "./run";

const limit = 130;

/**
 * Each customer's page: the script that a browser gets with it, in kB of gzip (what is loaded, and what stands in the page
 * itself), and what Lighthouse gives it on its phone: the median of three looks at performance, the worst of the others.
 */
export async function run(only: string[]): Promise<BenchResult[]> {
  // The server ends with the benchmark, as every child does with its parent.
  const life = new Lifecycle();
  const installation = await startServer(life, await freePort());
  const debugging = await freePort();
  const { args = [], ...options } = launchOptions(await findBrowser(console.error));
  const browser = await chromium.launch({
    ...options,
    args: [...args, `--remote-debugging-port=${debugging}`],
  });
  try {
    const results: BenchResult[] = [];
    const isAsked = ({ name, path }: ListedPage) =>
      isCustomerPage(path) && (only.length === 0 || only.includes(name));
    for (const listed of pages.filter(isAsked)) {
      const context = await browser.newContext({ baseURL: installation.baseUrl });
      if (listed.as !== "nobody") await carrySession(context, installation, listed.as);
      const ours = await weigh(await context.newPage(), pathOf(listed, installation));
      await context.close();
      results.push({
        name: `pages ${listed.name}`,
        ours,
        limit,
        ratio: ours / limit,
        unit: "kB",
        target: { atMost: 1 },
      });
      if (listed.status === undefined) results.push(...(await looks(listed, installation, debugging)));
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** Out of a hundred. */
const wanted = 95;

async function looks(listed: ListedPage, installation: Installation, port: number): Promise<BenchResult[]> {
  const url = `${installation.baseUrl}${pathOf(listed, installation)}`;
  const session = listed.as === "nobody" ? undefined : installation.people[listed.as].session;
  const cookie = session && `${installation.cookieName}=${session}`;
  const scores = await lookThrough(url, { port, cookie });
  return Object.entries(scores).map(([what, score]) => ({
    name: `pages ${listed.name} ${what}`,
    ours: score,
    limit: 100,
    ratio: score / 100,
    unit: "of Lighthouse",
    target: { atLeast: wanted / 100 },
  }));
}

async function weigh(page: Page, path: string): Promise<number> {
  const loaded: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") loaded.push(response.body());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const inline = await page.evaluate(() =>
    [...document.scripts].filter((script) => !script.src).map((script) => script.text),
  );
  const bytes = [...(await Promise.all(loaded)), ...inline.map((text) => Buffer.from(text))]
    .map((script) => gzipSync(script).length)
    .reduce((sum, size) => sum + size, 0);
  return bytes / 1000;
}
