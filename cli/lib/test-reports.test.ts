import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./test-reports";

const directory = mkdtempSync(join(tmpdir(), "regulars-report-"));
afterAll(() => rmSync(directory, { recursive: true }));

let count = 0;
function written(report: unknown): string {
  count += 1;
  const file = join(directory, `${count}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = (passed: number, failed: number, more = {}) =>
  written({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });
const playwright = (expected: number, unexpected: number, flaky: number, skipped: number) =>
  written({ stats: { expected, unexpected, flaky, skipped } });

test("12 passed and 3 failed are 12 and 3", () => {
  expect(vitestCounts(vitest(12, 3), 1)).toMatchObject({ passed: 12, failed: 3 });
});

test("a file that does not load and 2 tests that do not run are 3 failures beside 12 passes", () => {
  const testResults = [{ name: "broken.test.ts", status: "failed", assertionResults: [] }];
  expect(vitestCounts(vitest(12, 0, { numPendingTests: 2, testResults }), 1)).toMatchObject({
    passed: 12,
    failed: 3,
  });
});

test("12 passed, but the run ended with code 1: something outside a test failed", () => {
  expect(vitestCounts(vitest(12, 0), 1)).toMatchObject({ passed: 12, failed: 1 });
});

test("no report, or a report of no tests, is 1 failure", () => {
  expect(vitestCounts("/nowhere/report.json", 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(vitestCounts(vitest(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test("7 journeys passed, 1 failed, 1 passed on a second try, 1 did not run: 7 and 3", () => {
  expect(playwrightCounts(playwright(7, 1, 1, 1), 1)).toMatchObject({ passed: 7, failed: 3 });
});
