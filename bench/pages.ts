import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { findBrowser, launchOptions } from "@/cli/lib/browser";
import { freePort } from "@/cli/lib/free-port";
import { isCustomerPage } from "@/cli/lib/lean-page.mjs";
import { Lifecycle } from "@/cli/lib/lifecycle";
import { startServer } from "@/e2e/fixtures/start-server";
import { carrySession } from "@/e2e/fixtures/test";
import { pages, pathOf } from "@/e2e/pages";
import type { BenchResult } from "./run";

const limit = 130;

/** Script that a browser gets with each customer's page, in kB of gzip: what is loaded, and what stands in the page itself. */
export async function run(): Promise<BenchResult[]> {
  // The server ends with the benchmark, as every child does with its parent.
  const life = new Lifecycle();
  const installation = await startServer(life, await freePort());
  const browser = await chromium.launch(launchOptions(await findBrowser(console.error)));
  try {
    const results: BenchResult[] = [];
    for (const listed of pages.filter(({ path }) => isCustomerPage(path))) {
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
    }
    return results;
  } finally {
    await browser.close();
  }
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
