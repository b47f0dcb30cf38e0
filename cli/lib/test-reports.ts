import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Counts } from "./steps";

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/** Counts from vitest's JSON report. A file that does not load and a test that does not run count as failed. */
export function vitestCounts(file: string, exitCode: number): Counts {
  const report = read(file, vitestReport);
  if (!report) return { passed: 0, failed: 1, notes: ["vitest wrote no report"] };
  const broken = report.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + broken.length + skipped;
  const notes = [
    ...broken.map((one) => `${one.name} did not load`),
    ...(skipped > 0 ? [`${skipped} did not run`] : []),
  ];
  return settle({ passed: report.numPassedTests, failed, notes }, exitCode);
}

/** Counts from Playwright's JSON report. A journey that passed only when tried again, or did not run, counts as failed. */
export function playwrightCounts(file: string, exitCode: number): Counts {
  const report = read(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1, notes: ["playwright wrote no report"] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = skipped > 0 ? [`${skipped} did not run`] : [];
  return settle({ passed: expected, failed: unexpected + flaky + skipped, notes }, exitCode);
}

/** A run that failed with no test to show for it, or that had no tests at all, has not passed. */
function settle(counts: Counts, exitCode: number): Counts {
  if (counts.failed > 0 || (exitCode === 0 && counts.passed > 0)) return counts;
  const reason = exitCode === 0 ? "no test was found" : `it ended with code ${exitCode}`;
  return { ...counts, failed: 1, notes: [...(counts.notes ?? []), reason] };
}

function read<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : undefined;
}
