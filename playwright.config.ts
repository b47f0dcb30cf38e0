import { defineConfig, devices } from "@playwright/test";
import { type Browser, findBrowser, launchOptions } from "./cli/lib/browser";
import { freePort } from "./cli/lib/free-port";
import { serverEnv } from "./e2e/fixtures/server-env";

// Playwright reads this file again in every worker: what was found first is handed on.
process.env.REGULARS_E2E_PORT ??= String(await freePort());
process.env.REGULARS_E2E_BROWSER ??= JSON.stringify(await findBrowser((line) => console.log(line)));

// Journeys seal sessions of their own people as the server does.
process.env.NEXTAUTH_SECRET ??= serverEnv(0).NEXTAUTH_SECRET;

const port = Number(process.env.REGULARS_E2E_PORT);
const browser: Browser = JSON.parse(process.env.REGULARS_E2E_BROWSER);
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // For a machine that has other things to do: a journey takes seconds.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: launchOptions(browser),
    locale: "en-GB",
    timezoneId: "Europe/Istanbul",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "customer/**",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testMatch: "customer/**/*.spec.ts",
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: "node --import tsx e2e/fixtures/serve.ts",
    url: `${baseURL}/api/health`,
    // A first build and a year of history come before the first answer.
    timeout: 5 * 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: serverEnv(port),
  },
});
