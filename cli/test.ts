import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./lib/browser";
import { runAndSum } from "./lib/end-of-run";
import { root } from "./lib/root";
import { report } from "./lib/run-command";
import { staticChecks } from "./lib/static-checks";
import type { Step } from "./lib/steps";
import { playwrightCounts, vitestCounts } from "./lib/test-reports";

const reports = join(root, "node_modules/.cache/regulars/reports", String(process.pid));

function vitest(name: string, projects: string[]): Step {
  const file = join(reports, `${name}.json`);
  const wanted = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter", "default", "--reporter", "json", `--outputFile.json=${file}`];
  return {
    name,
    run: [["node_modules/vitest/vitest.mjs", "run", ...wanted, ...reporters]],
    count: (exitCode) => vitestCounts(file, exitCode),
  };
}

const journeys: Step = {
  name: "browser journeys",
  run: [["node_modules/@playwright/test/cli.js", "test", "--reporter", "line,json"]],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "browser.json") },
  needs: ["build"],
  places: 2,
  count: (exitCode) => playwrightCounts(join(reports, "browser.json"), exitCode),
};

/** `npm test`: everything. The last line says how much of it passed. */
const steps: Step[] = [
  // The longest way first: the build reads the types that the check writes, and the journeys need the build.
  ...staticChecks.filter((step) => step.name === "types"),
  { name: "build", run: [["--import", "tsx", "cli/build.ts"]], after: ["types"] },
  ...staticChecks.filter((step) => step.name !== "types"),
  vitest("unit", ["unit"]),
  vitest("integration on PostgreSQL", ["db", "db-replacing", "isolation"]),
  journeys,
];

mkdirSync(reports, { recursive: true });
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
await findBrowser((line) => console.log(`...   ${line}`)).then(
  (browser) => console.log(`ok    browser: ${browser.source}`),
  report,
);
await runAndSum(steps);
